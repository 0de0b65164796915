package io.rendezvous.dates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases and what they stand for, found by their first word. */
final class Phrasebook<T> implements Rule<T> {
  private record Phrase<T>(List<String> words, T value) {}

  private final Map<String, List<Phrase<T>>> byFirstWord = new HashMap<>();

  Phrasebook(Map<String, T> phrases) {
    phrases.forEach(
        (phrase, value) -> {
          List<String> words = Token.of(phrase).stream().map(Token::text).toList();
          byFirstWord
              .computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
              .add(new Phrase<>(words, value));
        });
  }

  @Override
  public List<Match<T>> at(Sentence sentence, int from) {
    if (from >= sentence.tokens().size()) {
      return List.of();
    }
    List<Phrase<T>> candidates = byFirstWord.get(sentence.tokens().get(from).text());
    if (candidates == null) {
      return List.of();
    }
    var matches = new ArrayList<Match<T>>();
    for (Phrase<T> phrase : candidates) {
      if (stands(phrase.words(), sentence.tokens(), from)) {
        matches.add(new Match<>(phrase.value(), from + phrase.words().size()));
      }
    }
    return matches;
  }

  private static boolean stands(List<String> words, List<Token> tokens, int from) {
    if (from + words.size() > tokens.size()) {
      return false;
    }
    for (int i = 1; i < words.size(); i++) {
      if (!tokens.get(from + i).text().equals(words.get(i))) {
        return false;
      }
    }
    return true;
  }
}
