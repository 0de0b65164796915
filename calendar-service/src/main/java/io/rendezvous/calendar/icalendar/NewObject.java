package io.rendezvous.calendar.icalendar;

import io.rendezvous.calendar.EventContent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Makes an object that says what is wanted, and nothing else. */
final class NewObject {
  private static final String BEFORE_ALL = "19700101T000000Z";

  private NewObject() {}

  static EventSet of(String uid, EventContent content, ZoneId floating, Instant now) {
    var event =
        new Component(
            "VEVENT",
            List.of(
                new ContentLine("UID", uid),
                new ContentLine("DTSTAMP", BEFORE_ALL),
                new ContentLine("DTSTART", BEFORE_ALL),
                new ContentLine("SUMMARY", "")),
            List.of());
    var root =
        new Component(
            "VCALENDAR",
            List.of(
                new ContentLine("VERSION", "2.0"),
                new ContentLine("PRODID", "-//Rendezvous//Calendar//EN")),
            List.of(event));
    EventSet empty = EventSet.of(root, floating);
    Component filled = new EventEditor(empty.zones(), now).edit(event, content);
    return empty.with(List.of(filled.putting(new ContentLine("SEQUENCE", "0"))));
  }
}
