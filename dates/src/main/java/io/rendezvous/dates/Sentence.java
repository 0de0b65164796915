package io.rendezvous.dates;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is read, and the moment at which it was said.
 *
 * @param memory what rules have found already
 */
record Sentence(List<Token> tokens, LocalDateTime now, Map<Place, Object> memory) {
  /** Where a rule has been tried. */
  record Place(Rule<?> rule, int from) {}

  static Sentence of(List<Token> tokens, LocalDateTime now) {
    return new Sentence(tokens, now, new HashMap<>());
  }

  Optional<Token> token(int index) {
    return index < tokens.size() ? Optional.of(tokens.get(index)) : Optional.empty();
  }
}
