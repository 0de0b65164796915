package io.rendezvous.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** What is read, and the moment at which it was said. */
record Sentence(List<Token> tokens, LocalDateTime now) {
  Optional<Token> token(int index) {
    return index < tokens.size() ? Optional.of(tokens.get(index)) : Optional.empty();
  }

  LocalDate today() {
    return now.toLocalDate();
  }
}
