package io.rendezvous.systemtest.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The JDK's own tool that asks another JVM for something. */
public final class Jcmd {
  /** Long, for a machine that does much else. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private Jcmd() {}

  /**
   * What the process answers.
   *
   * @throws IOException if it refuses or is silent
   */
  public static String ask(long pid, String... command) throws IOException, InterruptedException {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    // The tool ends before a better compiler or collector would help.
    line.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    line.add(Long.toString(pid));
    line.addAll(List.of(command));
    Path output = Files.createTempFile("jcmd", ".txt");
    try {
      Process tool =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      // A process that was started with SIGQUIT ignored never answers.
      if (!tool.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        tool.destroyForcibly();
        throw new IOException("Expected process " + pid + " to answer, but it is silent");
      }
      String answer = Files.readString(output);
      if (tool.exitValue() != 0) {
        throw new IOException("Expected process " + pid + " to answer, but: " + answer);
      }
      return answer;
    } finally {
      Files.delete(output);
    }
  }
}
