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
    return sentence
        .token(from)
        .map(first -> byFirstWord.getOrDefault(first.text(), List.of()))
        .orElse(List.of())
        .stream()
        .filter(phrase -> stands(phrase.words(), sentence, from))
        .map(phrase -> new Match<>(phrase.value(), from + phrase.words().size()))
        .toList();
  }

  private static boolean stands(List<String> words, Sentence sentence, int from) {
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (sentence.token(from + i).filter(token -> token.text().equals(word)).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
