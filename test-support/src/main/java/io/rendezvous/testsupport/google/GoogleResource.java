package io.rendezvous.testsupport.google;

import io.rendezvous.common.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the scripted server knows of one event's JSON, and does to it whoever asked. */
final class GoogleResource {
  private static final List<String> READ_ONLY =
      List.of(
          "kind",
          "id",
          "htmlLink",
          "created",
          "creator",
          "organizer",
          "iCalUID",
          "eventType",
          "recurringEventId",
          "originalStartTime");

  private GoogleResource() {}

  static String id(JsonNode event) {
    return event.path("id").asString();
  }

  static boolean isCancelled(JsonNode event) {
    return event.path("status").asString("").equals("cancelled");
  }

  static boolean isException(JsonNode event) {
    return event.has("recurringEventId");
  }

  static String series(JsonNode exception) {
    return exception.path("recurringEventId").asString("");
  }

  static long version(JsonNode event) {
    return Long.parseLong(event.path("etag").asString().replace("\"", ""));
  }

  /** The exceptions of a series have that of the series. */
  static String uid(JsonNode event) {
    return (isException(event) ? series(event) : id(event)) + "@google.com";
  }

  static Instant start(JsonNode event) {
    return GoogleTimes.instant(event.path("start"));
  }

  static Instant end(JsonNode event) {
    return GoogleTimes.instant(event.path("end"));
  }

  static ObjectNode made(ObjectNode body, String id, String email) {
    ObjectNode event = body.deepCopy().put("id", id).put("kind", "calendar#event");
    event.put("created", "2026-11-01T00:00:00.000Z").put("iCalUID", id + "@google.com");
    event.put("htmlLink", "https://calendar.example.com/event?eid=" + id);
    event.put("eventType", "default").put("sequence", 0);
    event.putObject("creator").put("email", email).put("self", true);
    event.putObject("organizer").put("email", email).put("self", true);
    return event;
  }

  /** The body in place of what there is, but for what nobody may change. */
  static ObjectNode replaced(ObjectNode now, ObjectNode body) {
    ObjectNode event = body.deepCopy();
    for (String field : READ_ONLY) {
      event.remove(field);
      if (now.has(field)) {
        event.set(field, now.get(field));
      }
    }
    return event;
  }

  /** Of a deleted occurrence no more is promised than which one it is. */
  static ObjectNode cancelled(ObjectNode event) {
    ObjectNode gone = event.deepCopy();
    if (isException(event)) {
      gone = Json.MAPPER.createObjectNode();
      for (String field : List.of("id", "kind", "recurringEventId", "originalStartTime")) {
        gone.set(field, event.get(field));
      }
    }
    return gone.put("status", "cancelled");
  }

  /** What is left out has a default, and defaults are left out. */
  static void complete(ObjectNode event, String email) {
    if (!event.has("status")) {
      event.put("status", "confirmed");
    }
    if ("opaque".equals(event.path("transparency").asString(""))) {
      event.remove("transparency");
    }
    if (!event.has("reminders") && !isCancelled(event)) {
      event.putObject("reminders").put("useDefault", true);
    }
    for (JsonNode one : event.path("attendees")) {
      var attendee = (ObjectNode) one;
      if (attendee.path("email").asString().equals(email)) {
        attendee.put("self", true);
      }
      if (!attendee.has("responseStatus")) {
        attendee.put("responseStatus", "needsAction");
      }
    }
  }

  /**
   * Moves an exception along with its series. The reference only says that exceptions are kept:
   * here they keep their place in it, and their own time where that was another.
   */
  static void moveAlong(ObjectNode exception, ObjectNode before, ObjectNode after) {
    Duration by =
        Duration.between(
            GoogleTimes.wall(before.path("start")), GoogleTimes.wall(after.path("start")));
    JsonNode own = exception.path("originalStartTime");
    ObjectNode original = GoogleTimes.at(after.path("start"), GoogleTimes.wall(own).plus(by));
    if (!isCancelled(exception) && GoogleTimes.instant(own).equals(start(exception))) {
      exception.set("start", original.deepCopy());
      LocalDateTime end = GoogleTimes.wall(exception.path("end")).plus(by);
      exception.set("end", GoogleTimes.at(after.path("end"), end));
    }
    exception.set("originalStartTime", original);
    exception.put("id", series(exception) + "_" + GoogleTimes.key(original));
  }
}
