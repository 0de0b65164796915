package io.rendezvous.systemtest.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** What the services' Dockerfile gives every process. */
final class ImageFile {
  private static final Pattern OPTIONS =
      Pattern.compile("^ENV JAVA_TOOL_OPTIONS=\"(.*)\"$", Pattern.MULTILINE);

  /** Half of what docker-compose.yml lets a container take, where the image says half. */
  private static final String HEAP = "-Xmx512m";

  private ImageFile() {}

  /** The options of the JVM, for a process that has the machine's memory and not a container's. */
  static String javaOptions() {
    try {
      return OPTIONS
          .matcher(Files.readString(Checkout.FOLDER.resolve("Dockerfile")))
          .results()
          .findFirst()
          .orElseThrow()
          .group(1)
          .replaceAll("-XX:MaxRAMPercentage=\\d+", HEAP);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
