package io.rendezvous.common.calendar;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A local date-time, or a whole day where the time is null. */
public record LocalWhen(LocalDate day, @Nullable LocalTime time) {
  /** Four digits of year and no offset: a parser alone would take more. */
  private static final Pattern FORM =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?)?");

  public LocalWhen {
    requireNonNull(day, "day");
  }

  public static LocalWhen of(LocalDateTime dateTime) {
    return new LocalWhen(dateTime.toLocalDate(), dateTime.toLocalTime());
  }

  /**
   * Reads {@code yyyy-MM-dd} or {@code yyyy-MM-ddTHH:mm}, with seconds if need be.
   *
   * @throws IllegalArgumentException where it is neither, or there is no such day or time
   */
  @JsonCreator
  public static LocalWhen parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("Expected yyyy-MM-dd or yyyy-MM-ddTHH:mm, but it is not");
    }
    try {
      return text.indexOf('T') < 0
          ? new LocalWhen(LocalDate.parse(text), null)
          : of(LocalDateTime.parse(text));
    } catch (DateTimeException noSuchDay) {
      throw new IllegalArgumentException(
          "Expected a day of the calendar, but it is none", noSuchDay);
    }
  }

  public boolean isDay() {
    return time == null;
  }

  /** The time, or midnight. */
  public LocalDateTime dateTime() {
    return day.atTime(time == null ? LocalTime.MIDNIGHT : time);
  }

  @Override
  @JsonValue
  public String toString() {
    return time == null ? day.toString() : day.atTime(time).toString();
  }
}
