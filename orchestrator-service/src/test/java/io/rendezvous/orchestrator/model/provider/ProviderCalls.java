package io.rendezvous.orchestrator.model.provider;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.orchestrator.model.ModelMessage;
import io.rendezvous.orchestrator.model.ModelRequest;
import io.rendezvous.testsupport.ScriptedProvider;
import io.rendezvous.testsupport.ScriptedWire;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** A scripted server, a model that asks it, and requests to ask with. */
final class ProviderCalls implements AutoCloseable {
  static final String KEY = "sk-secret-key-of-the-test";

  final ScriptedProvider server;
  final ProviderModel model;
  private final ProviderHttp http = new ProviderHttp(Duration.ofSeconds(5));

  ProviderCalls(Provider provider) {
    this(provider, Duration.ofSeconds(20));
  }

  ProviderCalls(Provider provider, Duration idle) {
    this.server = ScriptedProvider.start(wire(provider));
    this.model =
        new ProviderModel(access(provider, server.baseUrl(), idle), http, InstantSource.system());
  }

  private static ScriptedWire wire(Provider provider) {
    return switch (provider) {
      case GEMINI -> ScriptedWire.GEMINI;
      case ANTHROPIC -> ScriptedWire.ANTHROPIC;
      case OPENAI, XAI, OPENROUTER, COMPATIBLE -> ScriptedWire.OPENAI;
    };
  }

  static ProviderAccess access(Provider provider, String baseUrl, Duration idle) {
    return new ProviderAccess(
        provider,
        baseUrl,
        KEY,
        "some-model",
        Map.of("X-Title", "Rendezvous"),
        Prices.FREE,
        new ProviderLimits(600, idle, idle, Duration.ofMinutes(2), DataSize.ofMegabytes(1)));
  }

  static ModelRequest request(Duration time, ModelMessage... messages) {
    return request(ModelParameters.DEFAULT, time, messages);
  }

  static ModelRequest request(ModelParameters parameters) {
    return request(parameters, Duration.ofMinutes(1), new ModelMessage.FromUser("Bonjour"));
  }

  private static ModelRequest request(
      ModelParameters parameters, Duration time, ModelMessage... messages) {
    Instant now = Instant.now();
    return new ModelRequest(
        now,
        now.plus(time),
        Preferences.DEFAULT,
        "You are an assistant.",
        List.of(messages),
        ToolCatalogue.ALL,
        parameters);
  }

  static ModelRequest request() {
    return request(ModelParameters.DEFAULT);
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
