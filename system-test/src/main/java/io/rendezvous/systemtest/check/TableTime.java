package io.rendezvous.systemtest.check;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** Times as tables hold them: always with nine digits after the second. */
final class TableTime {
  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

  private TableTime() {}

  static @Nullable String of(@Nullable Instant time) {
    return time == null ? null : FORM.format(time);
  }
}
