package io.rendezvous.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;
import java.util.stream.Stream;

/** When something stops to repeat. */
public sealed interface RepeatBound {
  Stream<LocalDateTime> cut(Stream<LocalDateTime> occurrences);

  /** What a rule of RFC 5545 says of it, where a day is written so. */
  String rule(Function<LocalDate, String> writing);

  /** No end was said. */
  record Never() implements RepeatBound {
    @Override
    public Stream<LocalDateTime> cut(Stream<LocalDateTime> occurrences) {
      return occurrences;
    }

    @Override
    public String rule(Function<LocalDate, String> writing) {
      return "";
    }
  }

  /** The last day on which it may still be. */
  record Until(LocalDate last) implements RepeatBound {
    @Override
    public Stream<LocalDateTime> cut(Stream<LocalDateTime> occurrences) {
      return occurrences.takeWhile(start -> !start.toLocalDate().isAfter(last));
    }

    @Override
    public String rule(Function<LocalDate, String> writing) {
      return ";UNTIL=" + writing.apply(last);
    }
  }

  /** So many times in all. */
  record Times(int count) implements RepeatBound {
    @Override
    public Stream<LocalDateTime> cut(Stream<LocalDateTime> occurrences) {
      return occurrences.limit(count);
    }

    @Override
    public String rule(Function<LocalDate, String> writing) {
      return ";COUNT=" + count;
    }
  }
}
