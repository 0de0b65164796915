package io.rendezvous.systemtest.scripted;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the user's text asks of the model: {@code #429:2} is refused twice, {@code #hang} always
 * hangs, {@code #turn:KEY} names the turn, {@code #rounds:3} has three tool calls, {@code
 * #think:500} takes half a second, {@code #call:NAME {...}} calls that tool with the JSON behind
 * it.
 *
 * @param turn the name of the turn; the text itself where it has none
 * @param times how many requests of the turn go wrong
 * @param rounds -1 is as the script says
 * @param thinkMillis -1 is as the script says
 */
record Wish(
    String turn,
    @Nullable Fault fault,
    int times,
    int rounds,
    long thinkMillis,
    @Nullable String tool,
    @Nullable String arguments) {
  private static final Pattern CALL =
      Pattern.compile("#call:([\\w-]+)\\s*(\\{.*})", Pattern.DOTALL);
  private static final Pattern MARK = Pattern.compile("#([\\w-]+)(?::([\\w.-]+))?");
  private static final int LONGEST_NAME = 80;

  static Wish in(String text) {
    String tool = null;
    String arguments = null;
    String marks = text;
    Matcher call = CALL.matcher(text);
    if (call.find()) {
      tool = call.group(1);
      arguments = call.group(2);
      marks = text.substring(0, call.start());
    }
    String turn = text.substring(0, Math.min(text.length(), LONGEST_NAME));
    Fault fault = null;
    int times = Integer.MAX_VALUE;
    int rounds = -1;
    long think = -1;
    Matcher mark = MARK.matcher(marks);
    while (mark.find()) {
      String value = mark.group(2);
      switch (mark.group(1)) {
        case "turn" -> turn = value == null ? turn : value;
        case "rounds" -> rounds = number(value, rounds);
        case "think" -> think = number(value, -1);
        default -> {
          Fault named = Fault.of(mark.group(1)).orElse(null);
          if (named != null) {
            fault = named;
            times = number(value, Integer.MAX_VALUE);
          }
        }
      }
    }
    return new Wish(turn, fault, times, rounds, think, tool, arguments);
  }

  private static int number(@Nullable String value, int otherwise) {
    try {
      return value == null ? otherwise : Integer.parseInt(value);
    } catch (NumberFormatException noNumber) {
      return otherwise;
    }
  }
}
