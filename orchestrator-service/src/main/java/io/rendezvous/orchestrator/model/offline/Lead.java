package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.dates.DatePhrase;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the word before a phrase about time tells of a move. */
enum Lead {
  TOWARDS,
  AWAY,
  NONE;

  private static final Pattern LAST_WORD = Pattern.compile("([a-z0-9]+)[\\s']*$");
  private static final Pattern FIRST_WORD = Pattern.compile("^([a-z0-9]+)");

  static Lead of(DatePhrase phrase, Utterance utterance, Vocabulary.Moves words) {
    String folded = utterance.folded();
    Set<String> around =
        Set.copyOf(
            List.of(
                word(LAST_WORD, folded.substring(0, phrase.start())),
                word(FIRST_WORD, folded.substring(phrase.start(), phrase.end()))));
    if (around.stream().anyMatch(words.towards()::contains)) {
      return TOWARDS;
    }
    boolean possessive = folded.startsWith("'s", phrase.end());
    return possessive || around.stream().anyMatch(words.awayFrom()::contains) ? AWAY : NONE;
  }

  private static String word(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : "";
  }
}
