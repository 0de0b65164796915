package io.rendezvous.orchestrator.model.openai;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.orchestrator.model.ModelMessage;
import io.rendezvous.orchestrator.model.ModelRequest;
import io.rendezvous.testsupport.ScriptedOpenAi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** A scripted server, a model that asks it, and requests to ask with. */
final class OpenAiCalls implements AutoCloseable {
  static final String KEY = "sk-secret-key-of-the-test";

  final ScriptedOpenAi server = ScriptedOpenAi.start();
  final OpenAiModel model;

  OpenAiCalls() {
    this(Duration.ofSeconds(20));
  }

  OpenAiCalls(Duration idle) {
    this.model = new OpenAiModel(settings(server.baseUrl(), idle), InstantSource.system());
  }

  static OpenAiSettings settings(String baseUrl, Duration idle) {
    return new OpenAiSettings(
        KEY,
        baseUrl,
        "some-model",
        0.2,
        1024,
        Duration.ofSeconds(5),
        idle,
        DataSize.ofMegabytes(1));
  }

  static ModelRequest request(Duration time, ModelMessage... messages) {
    Instant now = Instant.now();
    return new ModelRequest(
        now, now.plus(time), Preferences.DEFAULT, null, List.of(messages), ToolCatalogue.ALL);
  }

  static ModelRequest request() {
    return request(Duration.ofMinutes(1), new ModelMessage.FromUser("Bonjour"));
  }

  @Override
  public void close() {
    model.close();
    server.close();
  }
}
