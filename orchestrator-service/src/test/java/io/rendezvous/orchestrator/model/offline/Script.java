package io.rendezvous.orchestrator.model.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One conversation of the script file: who says or does what, line by line. */
record Script(String name, List<Line> lines) {
  record Line(int number, String who, String what) {}

  static List<Script> read(String resource) {
    var scripts = new ArrayList<Script>();
    List<String> lines = lines(resource);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("== ")) {
        scripts.add(new Script(line.substring(3), new ArrayList<>()));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        int colon = line.indexOf(':');
        scripts
            .getLast()
            .lines()
            .add(
                new Line(
                    i + 1,
                    line.substring(0, colon),
                    line.substring(colon + 1).strip().replace("\\n", "\n")));
      }
    }
    return scripts;
  }

  private static List<String> lines(String resource) {
    try (var stream = Script.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
