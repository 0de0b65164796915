package io.rendezvous.dates;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rule of the grammar: every way to read the tokens from a place on. */
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
    return (sentence, from) ->
        all.stream().flatMap(rule -> Rule.<T>widened(rule, sentence, from)).toList();
  }

  private static <T> Stream<Match<T>> widened(Rule<? extends T> rule, Sentence sentence, int from) {
    return rule.at(sentence, from).stream().map(match -> new Match<>(match.value(), match.next()));
  }

  default <R> Rule<R> map(Function<T, R> meaning) {
    return given((_, value) -> Optional.of(meaning.apply(value)));
  }

  /** Reads on only where the value has a meaning at the moment of speaking. */
  default <R> Rule<R> given(BiFunction<LocalDateTime, T, Optional<R>> meaning) {
    return (sentence, from) ->
        at(sentence, from).stream()
            .flatMap(
                match ->
                    meaning.apply(sentence.now(), match.value()).stream()
                        .map(value -> new Match<>(value, match.next())))
            .toList();
  }

  default Rule<T> when(Predicate<T> condition) {
    return given((_, value) -> Optional.of(value).filter(condition));
  }

  default <U, R> Rule<R> then(Rule<U> following, BiFunction<T, U, R> both) {
    return (sentence, from) ->
        at(sentence, from).stream()
            .flatMap(
                first ->
                    following.at(sentence, first.next()).stream()
                        .map(
                            second ->
                                new Match<>(
                                    both.apply(first.value(), second.value()), second.next())))
            .toList();
  }

  default Rule<T> before(Rule<?> following) {
    return then(following, (value, _) -> value);
  }

  default Rule<T> after(Rule<?> lead) {
    return lead.then(this, (_, value) -> value);
  }

  /** This, or nothing. */
  default Rule<Optional<T>> optional() {
    return (sentence, from) ->
        Stream.concat(
                at(sentence, from).stream()
                    .map(match -> new Match<>(Optional.of(match.value()), match.next())),
                Stream.of(new Match<>(Optional.<T>empty(), from)))
            .toList();
  }
}
