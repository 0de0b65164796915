package io.rendezvous.systemtest.deployable;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.deployment.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DockerfileTest {
  static final List<String> SERVICES = RunningServices.NAMES;

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Pattern LAYER =
      Pattern.compile("--from=build /build/layers/([a-z-]+)/ \\./");

  @TempDir Path folder;

  @Test
  void the_image_builds_the_service_and_takes_its_layers_apart() throws Exception {
    assertThat(Dockerfile.read().all("RUN"))
        .anyMatch(run -> run.contains("-pl ${SERVICE}-service -am"))
        .anyMatch(
            run ->
                run.contains("${SERVICE}-service/target/${SERVICE}-service-*-exec.jar ")
                    && run.contains("-Djarmode=tools")
                    && run.contains("extract --layers --destination layers ")
                    && run.endsWith("layers/application/service.jar"));
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void the_image_has_every_layer_of_each_service(String service) throws Exception {
    assertThat(copied(Dockerfile.read().lastStage()))
        .containsExactlyInAnyOrderElementsOf(Built.layers(service));
    assertThat(Built.manifest(service).getValue("Start-Class")).isEqualTo(Built.mainClass(service));
  }

  /** All services are packed by the same part of the build: one tells of all. */
  @Test
  void the_layers_put_together_start_the_service() throws Exception {
    String service = SERVICES.getFirst();
    Path built = Built.jar(service);
    Dockerfile image = Dockerfile.read().lastStage();
    Path layers = extract(built);
    assertThat(copied(image)).containsExactlyInAnyOrderElementsOf(names(layers));

    // As the image puts the layers together.
    Path application = Files.createDirectories(folder.resolve("app"));
    for (String layer : copied(image)) {
      Built.copy(layers.resolve(layer), application);
    }
    Files.move(application.resolve(built.getFileName()), application.resolve("service.jar"));
    assertThat(image.only("WORKDIR")).isEqualTo("/app");
    assertThat(image.only("ENTRYPOINT")).isEqualTo("[\"java\", \"-jar\", \"service.jar\"]");
    try (var jar = new JarFile(application.resolve("service.jar").toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      String main = manifest.getValue(Attributes.Name.MAIN_CLASS);
      assertThat(main).isEqualTo(Built.mainClass(service));
      assertThat(jar.getEntry(main.replace('.', '/') + ".class")).isNotNull();
      for (String library : manifest.getValue(Attributes.Name.CLASS_PATH).split(" ")) {
        assertThat(application.resolve(library)).exists();
      }
    }
  }

  @Test
  void the_java_options_are_ones_that_this_java_takes() throws Exception {
    Dockerfile image = Dockerfile.read().lastStage();
    String options =
        image.all("ENV").stream()
            .filter(variable -> variable.startsWith("JAVA_TOOL_OPTIONS="))
            .map(variable -> variable.replaceAll("^[^\"]*\"|\"$", ""))
            .findFirst()
            .orElseThrow();
    assertThat(options).contains("-XX:MaxRAMPercentage=");
    var builder = new ProcessBuilder(JAVA.toString(), "-version").redirectErrorStream(true);
    builder.environment().put("JAVA_TOOL_OPTIONS", options);
    assertThat(run(builder)).isZero();
  }

  @Test
  void nobody_runs_as_root() throws Exception {
    Dockerfile image = Dockerfile.read().lastStage();
    String user = image.only("USER");
    assertThat(user).matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
    String owner = user.substring(0, user.indexOf(':'));
    assertThat(image.only("RUN"))
        .contains("--owner=" + owner, "--group=" + owner, "/var/lib/rendezvous");
    assertThat(
            Manifests.pod(Manifests.workload("gateway")).get("securityContext", "runAsUser").text())
        .isEqualTo(owner);
  }

  @Test
  void the_images_have_the_java_of_the_build_and_its_libc() throws Exception {
    String java = System.getProperty("java.specification.version");
    List<String> from = Dockerfile.read().all("FROM");
    assertThat(from).hasSize(2).allMatch(image -> image.contains("eclipse-temurin"));
    assertThat(from.getFirst()).matches("maven:3\\.[\\d.]+-eclipse-temurin-" + java + " AS build");
    // Alpine has no glibc, which RocksDB needs.
    assertThat(from.getLast()).isEqualTo("eclipse-temurin:" + java + "-jre-noble");
  }

  @Test
  void the_builder_gets_every_module_and_compose_names_every_service() throws Exception {
    List<String> ignored = Files.readAllLines(Checkout.FOLDER.resolve(".dockerignore"));
    assertThat(ignored).contains("*", "!pom.xml", "!*/pom.xml", "!*/src");
    String pom = Files.readString(Checkout.FOLDER.resolve("pom.xml"));
    var modules = Pattern.compile("<module>([^<]+)</module>").matcher(pom).results().toList();
    assertThat(modules).isNotEmpty();
    for (var module : modules) {
      assertThat(Checkout.FOLDER.resolve(module.group(1)).resolve("pom.xml")).exists();
      assertThat(module.group(1)).doesNotContain("/");
    }
    for (String service : SERVICES) {
      assertThat(ComposeServices.service(service).get("build", "args", "SERVICE").text())
          .isEqualTo(service);
      assertThat(Checkout.FOLDER.resolve(service + "-service/pom.xml")).exists();
    }
  }

  private static List<String> copied(Dockerfile image) {
    var layers = new ArrayList<String>();
    for (String copy : image.all("COPY")) {
      var layer = LAYER.matcher(copy);
      assertThat(layer.matches()).as(copy).isTrue();
      layers.add(layer.group(1));
    }
    return layers;
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private Path extract(Path jar) throws Exception {
    Path layers = folder.resolve("layers");
    var command =
        List.of(
            JAVA.toString(),
            "-Djarmode=tools",
            "-jar",
            jar.toString(),
            "extract",
            "--layers",
            "--destination",
            layers.toString());
    assertThat(run(new ProcessBuilder(command).redirectErrorStream(true))).isZero();
    return layers;
  }

  private static int run(ProcessBuilder builder) throws Exception {
    return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
  }
}
