package io.rendezvous.common.command;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What shapes the answers to a user; travels with each prompt, so that a turn is a function of its
 * records.
 *
 * @param language the language of answers, a BCP 47 tag; French where none is given
 * @param timeZone where the user's days begin; Paris where none is given
 * @param dayStart when the working day begins, local time; 09:00 where none is given
 * @param dayEnd when it ends, after {@code dayStart}; 18:00 where none is given
 * @param meetingMinutes how long a meeting is when nobody says, 1 to 1,440; 60 where none is given
 */
public record Preferences(
    Locale language, ZoneId timeZone, LocalTime dayStart, LocalTime dayEnd, int meetingMinutes) {
  public static final Preferences DEFAULT = of(null, null);

  @JsonCreator
  static Preferences of(
      @Nullable Locale language,
      @Nullable ZoneId timeZone,
      @Nullable LocalTime dayStart,
      @Nullable LocalTime dayEnd,
      @Nullable Integer meetingMinutes) {
    return new Preferences(
        requireNonNullElse(language, Locale.FRENCH),
        requireNonNullElse(timeZone, ZoneId.of("Europe/Paris")),
        requireNonNullElse(dayStart, LocalTime.of(9, 0)),
        requireNonNullElse(dayEnd, LocalTime.of(18, 0)),
        requireNonNullElse(meetingMinutes, 60));
  }

  /** Preferences of this language and zone, all else as by default. */
  public static Preferences of(@Nullable Locale language, @Nullable ZoneId timeZone) {
    return of(language, timeZone, null, null, null);
  }
}
