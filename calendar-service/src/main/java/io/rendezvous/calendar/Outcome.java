package io.rendezvous.calendar;

import java.util.function.Function;

/** What was asked for, or why there is none: a failure that is to be expected is a value. */
public sealed interface Outcome<T> {
  record Done<T>(T value) implements Outcome<T> {}

  record Failed<T>(CalendarFailure failure) implements Outcome<T> {}

  default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Failed<T>(CalendarFailure failure) -> new Failed<>(failure);
    };
  }

  default <R> Outcome<R> map(Function<T, R> change) {
    return then(value -> new Done<>(change.apply(value)));
  }
}
