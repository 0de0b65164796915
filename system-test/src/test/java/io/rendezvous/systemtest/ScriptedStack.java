package io.rendezvous.systemtest;

import io.rendezvous.standalone.Rendezvous;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.testsupport.ScriptedProvider;
import io.rendezvous.testsupport.ScriptedWire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * One whole product in this JVM whose providers answer as a test tells them: OpenAI's is asked
 * first, then Gemini's. Each test is a user of its own, and resets what the one before has told.
 */
final class ScriptedStack {
  static final String KEY = "sk-that-nobody-may-see";

  private ScriptedStack() {}

  static ScriptedProvider openAi() {
    return Holder.OPENAI;
  }

  static ScriptedProvider gemini() {
    return Holder.GEMINI;
  }

  static Path data() {
    return Holder.DATA;
  }

  /** A user whom nobody has seen before. */
  static Client newUser() {
    return Stack.newUser(Holder.RENDEZVOUS.baseUrl(), data());
  }

  static void reset() {
    openAi().reset();
    gemini().reset();
  }

  private static final class Holder {
    static final Path DATA = temporaryFolder();
    static final ScriptedProvider OPENAI = ScriptedProvider.start();
    static final ScriptedProvider GEMINI = ScriptedProvider.start(ScriptedWire.GEMINI);
    static final Rendezvous RENDEZVOUS = start();
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("rendezvous");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rendezvous start() {
    Rendezvous started =
        Stack.start(
            Holder.DATA,
            Map.of(
                "rendezvous.model.provider", "openai",
                "rendezvous.model.providers.openai.api-key", KEY,
                "rendezvous.model.providers.openai.base-url", Holder.OPENAI.baseUrl(),
                "rendezvous.model.providers.gemini.api-key", "another key",
                "rendezvous.model.providers.gemini.base-url", Holder.GEMINI.baseUrl(),
                // Many answers fail here that have nothing to do with each other.
                "rendezvous.model.circuit.failure-percent", "100",
                "rendezvous.decider.summary-from", "4KB",
                "rendezvous.decider.summary-keeps", "1KB"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started)));
    return started;
  }

  private static void end(Rendezvous started) {
    started.close();
    Holder.OPENAI.close();
    Holder.GEMINI.close();
    FileSystemUtils.deleteRecursively(Holder.DATA.toFile());
  }
}
