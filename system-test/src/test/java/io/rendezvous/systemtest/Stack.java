package io.rendezvous.systemtest;

import io.rendezvous.common.id.UserId;
import io.rendezvous.standalone.Rendezvous;
import io.rendezvous.standalone.RunFailure;
import io.rendezvous.standalone.Settings;
import io.rendezvous.systemtest.client.AccessTokens;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.deployment.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.util.FileSystemUtils;

/** One whole product in this JVM for all journeys; each journey is a user of its own. */
final class Stack {
  private static final AtomicInteger USERS = new AtomicInteger();

  private Stack() {}

  static Rendezvous rendezvous() {
    return Holder.RENDEZVOUS;
  }

  static Path data() {
    return Holder.DATA;
  }

  /** A user whom nobody has seen before. */
  static Client newUser() {
    return newUser(rendezvous().baseUrl(), data());
  }

  /** The same, of an installation that keeps its data there. */
  static Client newUser(String baseUrl, Path data) {
    try {
      String user = user(USERS.incrementAndGet());
      return new Client(baseUrl, AccessTokens.of(data).issue(user));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everybody who was here up to now. */
  static Set<UserId> users() {
    return IntStream.rangeClosed(1, USERS.get())
        .mapToObj(number -> new UserId(user(number)))
        .collect(Collectors.toSet());
  }

  private static String user(int number) {
    return "u-test" + number;
  }

  private static final class Holder {
    static final Path DATA = temporaryFolder();
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
        start(
            Holder.DATA,
            Map.of(
                "rendezvous.calendar.caldav.allow-inward-addresses", "true",
                "rendezvous.calendar.outside.interval", "1s",
                "rendezvous.calendar.outside.tick", "500ms"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started)));
    return started;
  }

  private static void end(Rendezvous started) {
    started.close();
    FileSystemUtils.deleteRecursively(Holder.DATA.toFile());
  }

  /** One more, on a free port; whoever starts it closes it. */
  static Rendezvous start(Path data, Map<String, String> properties) {
    // What logs by java.util.logging would end up on the terminal.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    try {
      return Rendezvous.start(new Settings(0, data, Checkout.DYNAMODB_JARS, properties));
    } catch (RunFailure | InterruptedException e) {
      throw new IllegalStateException("Expected the product to start, but it did not", e);
    }
  }
}
