package io.rendezvous.standalone;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * What was asked for on the command line; what is not said there is in the environment, or the
 * default.
 */
final class CommandLine {
  private final Map<String, String> environment;
  private final Path home;

  /** The home is the folder that holds the launcher. */
  CommandLine(Map<String, String> environment, Path home) {
    this.environment = environment;
    this.home = home;
  }

  Settings parse(List<String> arguments) throws RunFailure {
    String port =
        environment.getOrDefault("RENDEZVOUS_PORT", Integer.toString(Settings.DEFAULT_PORT));
    String data = environment.getOrDefault("RENDEZVOUS_DATA", home.resolve("data").toString());
    var rest = new ArrayDeque<>(arguments);
    if ("up".equals(rest.peek())) {
      rest.remove();
    }
    while (!rest.isEmpty()) {
      String option = rest.remove();
      switch (option) {
        case "--port" -> port = value(option, rest);
        case "--data" -> data = value(option, rest);
        default ->
            throw new RunFailure(
                "Unknown argument " + option + "; ./rendezvous --help tells what there is.");
      }
    }
    return new Settings(
        port(port), folder(data), home.resolve("dynamodb-local/target/lib"), Map.of());
  }

  private static String value(String option, Queue<String> rest) throws RunFailure {
    String value = rest.poll();
    if (value == null || value.isBlank()) {
      throw new RunFailure(option + " needs a value; ./rendezvous --help tells which.");
    }
    return value;
  }

  private static int port(String text) throws RunFailure {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // Told below.
    }
    throw new RunFailure("The port must be a number from 1 to 65535, but is " + text + ".");
  }

  private static Path folder(String text) throws RunFailure {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new RunFailure("The data folder's name is not one: " + e.getMessage(), e);
    }
  }
}
