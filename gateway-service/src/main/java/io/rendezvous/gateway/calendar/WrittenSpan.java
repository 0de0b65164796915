package io.rendezvous.gateway.calendar;

import io.rendezvous.common.calendar.LocalWhen;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** From when to when, as a client writes it; null is what she does not say. */
record WrittenSpan(@Nullable WrittenTime start, @Nullable WrittenTime end, @Nullable ZoneId zone) {

  /** What does not fit together is told to the fields. */
  static WrittenSpan read(EventFields fields) {
    var span = new WrittenSpan(fields.time("start"), fields.time("end"), fields.zone("timeZone"));
    Boolean allDay = fields.flag("allDay");
    WrittenTime start = span.start;
    WrittenTime end = span.end;
    if (allDay != null && (start == null || start.isDay() != allDay)) {
      fields.wrong("allDay", "comes with start, and is true where that is a date");
    }
    if (start != null && end != null) {
      if (start.isDay() != end.isDay()) {
        fields.wrong("end", "must be a date where start is one, and a time where it is not");
      } else if (!end.isAfter(start)) {
        fields.wrong("end", "must be after start");
      }
    }
    return span;
  }

  /** Whether the zone decides what is meant and none is given. */
  boolean needsZone() {
    return zone == null && ((start != null && !start.isDay()) || (end != null && !end.isDay()));
  }

  /** A day is the same everywhere, so that it needs no zone. */
  @Nullable LocalWhen startIn(ZoneId otherwise) {
    return start == null ? null : start.in(zone == null ? otherwise : zone, "start");
  }

  @Nullable LocalWhen endIn(ZoneId otherwise) {
    return end == null ? null : end.endIn(zone == null ? otherwise : zone);
  }

  @Nullable String zoneId() {
    return zone == null ? null : zone.getId();
  }
}
