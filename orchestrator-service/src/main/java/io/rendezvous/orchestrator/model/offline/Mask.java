package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.dates.DatePhrase;
import io.rendezvous.dates.Folding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An utterance of which parts are hidden, since they have been understood. */
record Mask(String text) {
  /** Stands where something is hidden; no utterance has it. */
  private static final char HIDDEN = '\n';

  private static final int LONGEST_LEAD = 20;

  private static final Pattern POSSESSIVE = Pattern.compile("\\G'?s\\b");

  /** Hides what is said about time, and what is said around the request. */
  static Mask of(Utterance utterance, Vocabulary vocabulary) {
    var mask = new Mask(utterance.text());
    for (DatePhrase phrase : utterance.phrases()) {
      int start = phrase.start();
      // Twice: "pour le vendredi" has two words before.
      for (int words = 0; words < 2; words++) {
        Matcher lead =
            vocabulary
                .titles()
                .timeLead()
                .matcher(utterance.folded())
                .region(Math.max(0, start - LONGEST_LEAD), start)
                .useTransparentBounds(true);
        start = lead.find() ? lead.start() : start;
      }
      Matcher possessive = POSSESSIVE.matcher(utterance.folded());
      mask = mask.hide(start, possessive.find(phrase.end()) ? possessive.end() : phrase.end());
    }
    return mask.hide(vocabulary.titles().asides());
  }

  Mask hide(int from, int to) {
    return new Mask(
        text.substring(0, from) + String.valueOf(HIDDEN).repeat(to - from) + text.substring(to));
  }

  Mask hide(Pattern pattern) {
    Matcher found = pattern.matcher(folded());
    var mask = this;
    while (found.find()) {
      mask = mask.hide(found.start(), found.end());
    }
    return mask;
  }

  /** In the same places as the text. */
  String folded() {
    return Folding.fold(text);
  }

  /** What is not hidden, from there on. */
  String shown(int from) {
    return text.substring(from).replaceAll("\\s+", " ").strip();
  }
}
