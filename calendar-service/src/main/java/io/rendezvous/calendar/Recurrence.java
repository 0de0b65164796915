package io.rendezvous.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * How an event recurs: content lines of RFC 5545 without folds ({@code RRULE:…}, {@code RDATE…},
 * {@code EXDATE…}); none for an event that happens once.
 */
public record Recurrence(@JsonValue List<String> lines) {
  public static final Recurrence NONE = new Recurrence(List.of());

  @JsonCreator
  public Recurrence {
    lines = List.copyOf(lines);
  }

  public boolean isSeries() {
    return !lines.isEmpty();
  }
}
