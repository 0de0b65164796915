package io.rendezvous.embedded;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the child process is started. */
final class ChildCommand {
  private static final String HEAP = "-Xmx128m";

  /** Holds the tables themselves. */
  private static final String HEAP_IN_MEMORY = "-Xmx256m";

  private ChildCommand() {}

  static List<String> of(Path jars, @Nullable Path data, int port) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                data == null ? HEAP_IN_MEMORY : HEAP,
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jars.resolve("*") + File.pathSeparator + ourClasses(),
                ChildMain.class.getName(),
                ChildMain.SERVER,
                "-port",
                Integer.toString(port),
                "-sharedDb",
                "-disableTelemetry"));
    command.addAll(data == null ? List.of("-inMemory") : List.of("-dbPath", data.toString()));
    return command;
  }

  /** Where {@link ChildMain} is, a jar or a folder. */
  private static Path ourClasses() {
    try {
      return Path.of(
          DynamoDbLocal.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Expected to find our own classes, but could not", e);
    }
  }
}
