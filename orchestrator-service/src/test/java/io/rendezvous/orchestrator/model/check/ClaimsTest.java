package io.rendezvous.orchestrator.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A table of what assistants say, and what is found in it: both errors are counted, and told. */
class ClaimsTest {
  private static final double CATCHES = 0.98;
  private static final double FALSE_ALARMS = 0.01;

  private record Line(boolean unbacked, List<Success> calls, String text) {
    static Line of(String line) {
      String[] parts = line.split(" \\| ", 3);
      return new Line(
          parts[0].equals("unbacked"),
          parts[1].equals("-")
              ? List.of()
              : Stream.of(parts[1].split(" ")).map(Line::call).toList(),
          parts[2]);
    }

    /** After a plus sign stands that the attendees were to be told. */
    private static Success call(String tool) {
      return tool.endsWith("+")
          ? new Success(tool.substring(0, tool.length() - 1), true)
          : new Success(tool, false);
    }

    boolean isCaught() {
      return !Claims.in(text).stream().allMatch(deed -> deed.isDoneBy(calls));
    }
  }

  private static List<Line> table() throws IOException {
    try (var table = ClaimsTest.class.getResourceAsStream("claims.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Line::of)
          .toList();
    }
  }

  @Test
  void what_no_tool_has_done_is_caught_and_little_else() throws IOException {
    List<Line> table = table();
    var missed = new ArrayList<String>();
    var alarms = new ArrayList<String>();
    for (Line line : table) {
      if (line.isCaught() != line.unbacked()) {
        (line.unbacked() ? missed : alarms).add(line.text());
      }
    }
    long unbacked = table.stream().filter(Line::unbacked).count();
    System.out.printf(
        "Claims: %d of %d unbacked ones caught, %d false alarms in %d other answers; missed %s, false %s%n",
        unbacked - missed.size(), unbacked, alarms.size(), table.size() - unbacked, missed, alarms);
    assertThat(table).hasSizeGreaterThanOrEqualTo(200);
    assertThat((double) (unbacked - missed.size()) / unbacked).isGreaterThanOrEqualTo(CATCHES);
    assertThat((double) alarms.size() / (table.size() - unbacked))
        .isLessThanOrEqualTo(FALSE_ALARMS);
  }
}
