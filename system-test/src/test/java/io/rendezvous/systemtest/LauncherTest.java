package io.rendezvous.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.deployment.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  @TempDir Path folder;

  @Test
  void tells_its_options_without_any_jdk() throws Exception {
    assertThat(launch("--help", bare()).printed()).contains("--port N", "--data DIR");
  }

  @Test
  void finds_the_jdk_from_any_folder_and_through_a_link() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("a link"), Checkout.LAUNCHER);
    Shell.Done done = Shell.attempt("'" + link + "' jdk", folder, Map.of("JAVA_HOME", ""));
    Files.delete(link);
    assertThat(done.exitCode()).as(done.printed()).isZero();
    assertThat(Path.of(done.printed().strip(), "bin", "javac")).isExecutable();
  }

  @Test
  void passes_over_a_java_home_of_another_version() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other/bin")).getParent();
    for (String program : new String[] {"java", "javac"}) {
      Files.createFile(other.resolve("bin").resolve(program)).toFile().setExecutable(true);
    }
    Files.writeString(other.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    Shell.Done done =
        Shell.attempt(Checkout.LAUNCHER + " jdk", folder, Map.of("JAVA_HOME", other.toString()));
    assertThat(done.printed().strip()).isNotEqualTo(other.toString()).isNotEmpty();
  }

  @Test
  void makes_new_keys_without_any_jdk() throws Exception {
    String keys = launch("secrets", bare()).printed();
    assertThat(keys.lines())
        .hasSize(5)
        .allMatch(line -> line.matches("RENDEZVOUS_SECRETS_[A-Z]+_KEY=[A-Za-z0-9+/]{43}="))
        .doesNotHaveDuplicates();
    assertThat(launch("secrets", bare()).printed()).isNotEqualTo(keys);
  }

  @Test
  void says_what_to_install_where_the_jdk_is_missing() throws Exception {
    Shell.Done done = launch("up", bare());
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.printed().lines()).singleElement().asString().contains("JDK 25 is missing");
  }

  @Test
  void says_what_to_install_where_maven_is_missing() throws Exception {
    Shell.Done done =
        launch(
            "up", Map.of("PATH", tools().toString(), "JAVA_HOME", System.getProperty("java.home")));
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.printed().lines()).singleElement().asString().contains("Maven is missing");
  }

  /** A copy in an empty folder, that looks for no JDK outside of it. */
  private Shell.Done launch(String arguments, Map<String, String> environment) throws Exception {
    Path copy = folder.resolve("rendezvous");
    Files.writeString(
        copy,
        Files.readString(Checkout.LAUNCHER)
            .replace("/usr/lib/jvm", folder + "/none")
            .replace("/usr/libexec/java_home", folder + "/none")
            .replace(" /Library", " " + folder + "/none"));
    copy.toFile().setExecutable(true);
    return Shell.attempt(copy + " " + arguments, folder, environment);
  }

  private Map<String, String> bare() throws Exception {
    return Map.of(
        "PATH", tools().toString(), "HOME", folder.toString(), "SDKMAN_DIR", "", "JAVA_HOME", "");
  }

  /** The few programs that every system has. */
  private Path tools() throws Exception {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool :
        new String[] {"sh", "cat", "dirname", "readlink", "grep", "find", "head", "base64", "tr"}) {
      Path wrapper = tools.resolve(tool);
      String program = Shell.run("command -v " + tool).strip();
      Files.writeString(wrapper, "#!/bin/sh\nexec " + program + " \"$@\"\n");
      wrapper.toFile().setExecutable(true);
    }
    return tools;
  }
}
