package io.rendezvous.orchestrator.model.offline;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An intent, and the words of a sentence that tell it.
 *
 * @param end where the rest of the sentence begins
 */
record Heard(Intent intent, int start, int end) {
  private static final Pattern QUOTED = Pattern.compile("«[^»]*»|\"[^\"]*\"|“[^”]*”");

  static final Heard NOTHING = new Heard(Intent.UNKNOWN, 0, 0);

  /**
   * The action that is named first; "when is my next free hour" is about free time all the same.
   */
  static Optional<Heard> action(String folded, Vocabulary vocabulary) {
    Optional<Heard> first = first(folded, vocabulary.actions());
    boolean looking =
        first
            .filter(heard -> heard.intent() == Intent.LIST || heard.intent() == Intent.LOCATE)
            .isPresent();
    return looking ? freeTime(folded, vocabulary).or(() -> first) : first;
  }

  private static Optional<Heard> freeTime(String folded, Vocabulary vocabulary) {
    Map<Intent, Pattern> actions = new EnumMap<>(vocabulary.actions());
    actions.keySet().retainAll(Set.of(Intent.FIND_TIME));
    return first(folded, actions);
  }

  static Optional<Heard> remark(String folded, Vocabulary vocabulary) {
    return first(folded, vocabulary.remarks());
  }

  /** Of two that begin at the same place the longer one wins, then the one declared first. */
  private static Optional<Heard> first(String folded, Map<Intent, Pattern> patterns) {
    Heard best = null;
    String said = unquoted(folded);
    for (Intent intent : Intent.values()) {
      Pattern pattern = patterns.get(intent);
      Matcher found = pattern == null ? null : pattern.matcher(said);
      if (found != null && found.find()) {
        var heard = new Heard(intent, found.start(), found.end());
        best = best == null || heard.isBefore(best) ? heard : best;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Words of others are no orders: in their place stand as many blanks. */
  static String unquoted(String folded) {
    return QUOTED.matcher(folded).replaceAll(quoted -> " ".repeat(quoted.group().length()));
  }

  private boolean isBefore(Heard other) {
    return start < other.start || (start == other.start && end > other.end);
  }
}
