package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.dates.Meaning;
import java.util.List;

/** What the user said to a question. */
record Reply(Asked asked, Utterance said) {
  boolean isChoice(Vocabulary vocabulary) {
    return asked.question() == Question.WHICH_EVENT && Choice.line(this, vocabulary).isPresent();
  }

  /** What it says about time: "the second" of a list is no day. */
  List<Meaning> meanings(Vocabulary vocabulary) {
    return isChoice(vocabulary) ? List.of() : said.meanings();
  }
}
