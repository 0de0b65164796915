package io.rendezvous.systemtest.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** The product's folder, with what was built in it. */
public final class Checkout {
  /** Named by the build; else the folder that this was started in. */
  public static final Path FOLDER =
      Path.of(System.getProperty("rendezvous.home", ".")).toAbsolutePath().normalize();

  public static final Path LAUNCHER = FOLDER.resolve("rendezvous");
  public static final Path DYNAMODB_JARS = FOLDER.resolve("dynamodb-local/target/lib");

  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private Checkout() {}

  /** The service's jar that runs by itself. */
  static Path jar(Service service) {
    return only(FOLDER.resolve(service.module()).resolve("target"), "*-exec.jar");
  }

  /** The agent that brings the crash points. */
  static Path crashPoints() {
    return only(FOLDER.resolve("crash-points/target"), "crash-points-*.jar");
  }

  private static Path only(Path folder, String pattern) {
    try (var files = Files.newDirectoryStream(folder, pattern)) {
      var found = new ArrayList<Path>();
      files.forEach(found::add);
      if (found.size() != 1) {
        throw new IllegalStateException(
            "Expected one " + pattern + " in " + folder + ", but found " + found);
      }
      return found.getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("Expected a built " + pattern + " in " + folder, e);
    }
  }
}
