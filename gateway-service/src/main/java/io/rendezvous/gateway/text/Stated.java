package io.rendezvous.gateway.text;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.dates.Recurrence;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence says about time, each null where it says nothing of that. Without a day it is
 * today, without a time the next beginning of the working day, without a length the user's usual
 * one.
 *
 * @param lastDay of whole days, where no time is said
 */
record Stated(
    @Nullable LocalDate day,
    @Nullable LocalDate lastDay,
    @Nullable LocalTime time,
    @Nullable Duration length,
    @Nullable Recurrence recurrence) {

  SaidTime at(LocalDateTime now, Preferences preferences) {
    if (isWholeDays() && day != null && lastDay != null) {
      return new SaidTime(day.atStartOfDay(), lastDay.plusDays(1).atStartOfDay(), true);
    }
    LocalDateTime start = start(now, preferences.dayStart());
    Duration lasting = length == null ? Duration.ofMinutes(preferences.meetingMinutes()) : length;
    return new SaidTime(start, start.plus(lasting), false);
  }

  /** The rule by which it repeats; null where it does not. */
  @Nullable String rule(Preferences preferences) {
    if (recurrence == null) {
      return null;
    }
    return isWholeDays() ? recurrence.rule() : recurrence.rule(preferences.timeZone());
  }

  private boolean isWholeDays() {
    return day != null && lastDay != null && time == null;
  }

  private LocalDateTime start(LocalDateTime now, LocalTime dayStart) {
    LocalDate today = now.toLocalDate();
    if (time != null) {
      return (day == null ? today : day).atTime(time);
    }
    LocalDateTime working = (day == null ? today : day).atTime(dayStart);
    if (working.isAfter(now) || (day != null && !day.equals(today))) {
      return working;
    }
    if (day == null) {
      return working.plusDays(1);
    }
    // She says today, and the working day has begun.
    return now.truncatedTo(ChronoUnit.HOURS).plusHours(1);
  }
}
