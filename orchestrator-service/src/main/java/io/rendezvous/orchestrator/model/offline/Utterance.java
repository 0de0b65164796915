package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.dates.DatePhrase;
import io.rendezvous.dates.DateReader;
import io.rendezvous.dates.Folding;
import io.rendezvous.dates.Meaning;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/** Something a user said, with what it says about time. */
record Utterance(String text, String folded, List<DatePhrase> phrases) {
  Utterance {
    phrases = List.copyOf(phrases);
  }

  static Utterance of(String prompt, Locale language, LocalDateTime now) {
    String text = Normalizer.normalize(prompt, Normalizer.Form.NFC).replaceAll("\\s+", " ").strip();
    return new Utterance(text, Folding.fold(text), DateReader.of(language).find(text, now));
  }

  List<Meaning> meanings() {
    return phrases.stream().map(DatePhrase::meaning).toList();
  }
}
