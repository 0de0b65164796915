package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarResult.EventView;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Tells when a series goes on that was just made, and when it ends. */
record Occurrences(Scene scene, EventView first) {
  /** Enough to see how it goes on. */
  private static final int SHOWN = 2;

  String of(Repetition series) {
    Phrasing phrasing = scene.phrasing();
    List<String> next = series.following(SHOWN).stream().map(this::when).toList();
    String end =
        series.last().map(last -> phrasing.lastTime(when(last))).orElseGet(phrasing::goesOn);
    return next.isEmpty() ? end : phrasing.then() + Phrasing.bullets(next) + "\n" + end;
  }

  private String when(LocalDateTime start) {
    boolean wholeDays = Boolean.TRUE.equals(first.allDay());
    var length = Duration.between(first.start().toLocalDateTime(), first.end().toLocalDateTime());
    ZoneId zone = scene.preferences().timeZone();
    return scene.spoken().when(start.atZone(zone), start.plus(length).atZone(zone), wholeDays);
  }
}
