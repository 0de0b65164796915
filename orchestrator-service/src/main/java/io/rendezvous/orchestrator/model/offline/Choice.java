package io.rendezvous.orchestrator.model.offline;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which of the numbered lines of an answer the user has chosen. */
final class Choice {
  private static final Pattern LINE = Pattern.compile("(?m)^[0-9]+\\. (.*)$");
  private static final Pattern NUMBER =
      Pattern.compile(
          "^(?:le|la|l'|the|number|numero|n°|option|#|\\s)*([0-9]{1,2})(?:\\s*(?:one|er|e|eme|st|nd|rd|th))?[ .!)]*$");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z]+");

  private Choice() {}

  static Optional<String> line(Reply reply, Vocabulary vocabulary) {
    List<String> lines =
        LINE.matcher(reply.asked().whole()).results().map(line -> line.group(1)).toList();
    OptionalInt place = place(reply.said().folded(), vocabulary.ordinals());
    if (place.isEmpty()) {
      return Optional.empty();
    }
    int index = place.getAsInt() < 0 ? lines.size() - 1 : place.getAsInt() - 1;
    return index >= 0 && index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
  }

  private static OptionalInt place(String folded, Map<String, Integer> ordinals) {
    Matcher number = NUMBER.matcher(folded);
    if (number.matches()) {
      return OptionalInt.of(Integer.parseInt(number.group(1)));
    }
    return BETWEEN_WORDS
        .splitAsStream(folded)
        .map(ordinals::get)
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .findFirst();
  }
}
