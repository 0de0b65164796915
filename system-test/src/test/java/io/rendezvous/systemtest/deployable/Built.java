package io.rendezvous.systemtest.deployable;

import io.rendezvous.systemtest.deployment.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** What the build made of a service. */
final class Built {
  private static final Pattern START_CLASS = Pattern.compile("<start-class>([^<]+)</start-class>");

  private Built() {}

  /** The jar that the Dockerfile finds: there must be one. */
  static Path jar(String service) throws IOException {
    Path target = Checkout.FOLDER.resolve(service + "-service/target");
    var pattern =
        FileSystems.getDefault().getPathMatcher("glob:" + service + "-service-*-exec.jar");
    try (var files = Files.list(target)) {
      var found = files.filter(file -> pattern.matches(file.getFileName())).toList();
      if (found.size() != 1) {
        throw new AssertionError("Expected one jar in " + target + ", but found " + found);
      }
      return found.getFirst();
    }
  }

  /** What its jar says of itself. */
  static Attributes manifest(String service) throws IOException {
    try (var jar = new JarFile(jar(service).toFile())) {
      return jar.getManifest().getMainAttributes();
    }
  }

  /** The layers that its jar is divided into. */
  static List<String> layers(String service) throws IOException {
    try (var jar = new JarFile(jar(service).toFile());
        var index = jar.getInputStream(jar.getEntry("BOOT-INF/layers.idx"))) {
      return new String(index.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("- \""))
          .map(line -> line.substring(3, line.lastIndexOf('"')))
          .toList();
    }
  }

  /** As the service's build names it. */
  static String mainClass(String service) throws IOException {
    String pom = Files.readString(Checkout.FOLDER.resolve(service + "-service/pom.xml"));
    var found = START_CLASS.matcher(pom);
    if (!found.find()) {
      throw new AssertionError("Expected a start class of " + service + ", but found none");
    }
    return found.group(1);
  }

  /** As COPY does with a folder: its content, into what is there. */
  static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> copyOne(file, to.resolve(from.relativize(file).toString())));
    }
  }

  private static void copyOne(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
