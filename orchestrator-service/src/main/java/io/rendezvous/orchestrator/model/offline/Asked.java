package io.rendezvous.orchestrator.model.offline;

import java.util.Optional;

/**
 * A question that the assistant has put; known by how its answer ended, since messages are all the
 * memory there is.
 *
 * @param whole the whole answer
 */
record Asked(Question question, Language language, String whole) {
  static Optional<Asked> by(Exchange exchange) {
    String answer = exchange.answer();
    if (answer == null) {
      return Optional.empty();
    }
    for (Language language : Language.values()) {
      for (Question question : Question.values()) {
        if (answer.strip().endsWith(language.phrasing().question(question))) {
          return Optional.of(new Asked(question, language, answer));
        }
      }
    }
    return Optional.empty();
  }
}
