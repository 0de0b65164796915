package io.rendezvous.orchestrator.model.offline;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An intent, and the words of a sentence that tell it.
 *
 * @param end where the rest of the sentence begins
 */
record Heard(Intent intent, int start, int end) {
  static final Heard NOTHING = new Heard(Intent.UNKNOWN, 0, 0);

  /** The action that is named first. */
  static Optional<Heard> action(String folded, Vocabulary vocabulary) {
    return first(folded, vocabulary.actions());
  }

  static Optional<Heard> remark(String folded, Vocabulary vocabulary) {
    return first(folded, vocabulary.remarks());
  }

  /** Of two that begin at the same place the longer one wins, then the one declared first. */
  private static Optional<Heard> first(String folded, Map<Intent, Pattern> patterns) {
    Heard best = null;
    for (Intent intent : Intent.values()) {
      Pattern pattern = patterns.get(intent);
      Matcher found = pattern == null ? null : pattern.matcher(folded);
      if (found != null && found.find()) {
        var heard = new Heard(intent, found.start(), found.end());
        best = best == null || heard.isBefore(best) ? heard : best;
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean isBefore(Heard other) {
    return start < other.start || (start == other.start && end > other.end);
  }
}
