package io.rendezvous.dates;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule of the grammar: every way to read the tokens from a place on. Most rules fail at most
 * places, so that failing is kept cheap: loops, not streams.
 */
@FunctionalInterface
interface Rule<T> {
  List<Match<T>> at(Sentence sentence, int from);

  /** Any of these phrases, as it stands. */
  static Rule<String> words(String... phrases) {
    return named(
        Stream.of(phrases).collect(Collectors.toMap(Function.identity(), Function.identity())));
  }

  /** Any of these phrases, for what it stands for. */
  static <T> Rule<T> named(Map<String, T> phrases) {
    return new Phrasebook<>(phrases);
  }

  /** Any of these readings; of two that are as long, the one that stands first. */
  @SafeVarargs
  static <T> Rule<T> either(Rule<? extends T>... rules) {
    List<Rule<? extends T>> all = List.of(rules);
    return (sentence, from) -> {
      List<Match<T>> matches = new ArrayList<>();
      for (Rule<? extends T> rule : all) {
        for (Match<? extends T> match : rule.at(sentence, from)) {
          matches.add(new Match<>(match.value(), match.next()));
        }
      }
      return matches;
    };
  }

  /** One piece, and as many more as can be put together with those before. */
  static <T> Rule<T> chain(Rule<T> piece, Rule<T> more, BiFunction<T, T, Optional<T>> together) {
    return (sentence, from) -> {
      List<Match<T>> matches = new ArrayList<>(piece.at(sentence, from));
      for (int i = 0; i < matches.size(); i++) {
        Match<T> first = matches.get(i);
        for (Match<T> second : more.at(sentence, first.next())) {
          together
              .apply(first.value(), second.value())
              .ifPresent(both -> matches.add(new Match<>(both, second.next())));
        }
      }
      return matches;
    };
  }

  default Rule<T> remembered() {
    return new Remembered<>(this);
  }

  default <R> Rule<R> map(Function<T, R> meaning) {
    return given((_, value) -> Optional.of(meaning.apply(value)));
  }

  /** Reads on only where the value has a meaning at the moment of speaking. */
  default <R> Rule<R> given(BiFunction<LocalDateTime, T, Optional<R>> meaning) {
    return (sentence, from) -> {
      List<Match<R>> matches = new ArrayList<>();
      for (Match<T> match : at(sentence, from)) {
        meaning
            .apply(sentence.now(), match.value())
            .ifPresent(value -> matches.add(new Match<>(value, match.next())));
      }
      return matches;
    };
  }

  default Rule<T> when(Predicate<T> condition) {
    return given((_, value) -> Optional.of(value).filter(condition));
  }

  default <U, R> Rule<R> then(Rule<U> following, BiFunction<T, U, R> both) {
    return (sentence, from) -> {
      List<Match<R>> matches = new ArrayList<>();
      for (Match<T> first : at(sentence, from)) {
        for (Match<U> second : following.at(sentence, first.next())) {
          matches.add(new Match<>(both.apply(first.value(), second.value()), second.next()));
        }
      }
      return matches;
    };
  }

  default Rule<T> before(Rule<?> following) {
    return then(following, (value, _) -> value);
  }

  /** Only where that does not follow. */
  default Rule<T> notBefore(Rule<?> following) {
    return where((sentence, match) -> following.at(sentence, match.next()).isEmpty());
  }

  /** Only where that follows, which is left to be read, and fits. */
  default <U> Rule<T> ahead(Rule<U> following, BiPredicate<T, U> fits) {
    return where(
        (sentence, match) ->
            following.at(sentence, match.next()).stream()
                .anyMatch(next -> fits.test(match.value(), next.value())));
  }

  private Rule<T> where(BiPredicate<Sentence, Match<T>> condition) {
    return (sentence, from) -> {
      List<Match<T>> matches = new ArrayList<>();
      for (Match<T> match : at(sentence, from)) {
        if (condition.test(sentence, match)) {
          matches.add(match);
        }
      }
      return matches;
    };
  }

  /** What follows tells what this means, but is left to be read. */
  default <U, R> Rule<R> beside(Rule<U> following, BiFunction<T, U, R> both) {
    return (sentence, from) -> {
      List<Match<R>> matches = new ArrayList<>();
      for (Match<T> match : at(sentence, from)) {
        for (Match<U> next : following.at(sentence, match.next())) {
          matches.add(new Match<>(both.apply(match.value(), next.value()), match.next()));
        }
      }
      return matches;
    };
  }

  default Rule<T> after(Rule<?> lead) {
    return lead.then(this, (_, value) -> value);
  }

  /** This, or nothing. */
  default Rule<Optional<T>> optional() {
    return (sentence, from) -> {
      List<Match<Optional<T>>> matches = new ArrayList<>();
      for (Match<T> match : at(sentence, from)) {
        matches.add(new Match<>(Optional.of(match.value()), match.next()));
      }
      matches.add(new Match<>(Optional.empty(), from));
      return matches;
    };
  }
}
