package io.rendezvous.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortsTest {
  /** So many that two who choose by chance alone would meet. */
  private static final int MANY = 1_000;

  @Test
  void are_not_given_to_another_process_as_well() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Taker.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
      Set<Integer> others = new HashSet<>();
      Stream.of(said.readLine().split(" ")).map(Integer::valueOf).forEach(others::add);

      Set<Integer> ours = new HashSet<>(taken().boxed().toList());

      assertThat(others).hasSize(MANY);
      assertThat(ours).hasSize(MANY).doesNotContainAnyElementsOf(others);
    } finally {
      other.destroyForcibly();
    }
  }

  private static IntStream taken() {
    return IntStream.range(0, MANY).map(_ -> FreePorts.next());
  }

  /** Another process: takes its ports, tells them, and keeps them until it is killed. */
  static final class Taker {
    private Taker() {}

    public static void main(String[] arguments) throws Exception {
      System.out.println(String.join(" ", taken().mapToObj(Integer::toString).toList()));
      Thread.currentThread().join();
    }
  }
}
