package io.rendezvous.systemtest.deployment;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A service's jar taken apart as its container image has it, once for each build. */
final class ExtractedJar {
  private ExtractedJar() {}

  /** The jar to run; its libraries lie in a folder beside it. */
  static synchronized Path of(Service service) throws IOException {
    Path built = Checkout.jar(service);
    Path folder = built.resolveSibling("extracted");
    // Other processes of tests want it too.
    try (var file = FileChannel.open(built.resolveSibling("extracted.lock"), CREATE, WRITE);
        var _ = file.lock()) {
      extractOnce(built, folder);
    }
    return folder.resolve(built.getFileName());
  }

  private static void extractOnce(Path built, Path folder) throws IOException {
    Path stamp = folder.resolve("built");
    // The build sets the time of the last modification to a constant, but nobody can set this one.
    String build = Files.getAttribute(built, "unix:ctime") + " " + Files.size(built);
    if (!Files.exists(stamp) || !Files.readString(stamp).equals(build)) {
      FileSystemUtils.deleteRecursively(folder);
      extract(built, folder);
      Files.writeString(stamp, build);
    }
  }

  private static void extract(Path jar, Path folder) throws IOException {
    List<String> command =
        List.of(
            Checkout.JAVA.toString(),
            "-Djarmode=tools",
            "-jar",
            jar.toString(),
            "extract",
            "--destination",
            folder.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("Expected to take " + jar + " apart, but could not");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("Expected to take " + jar + " apart, but was interrupted", e);
    }
  }
}
