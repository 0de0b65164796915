package io.rendezvous.testsupport.google;

import io.rendezvous.common.wire.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Starts and ends in the server's JSON; days are those of the calendar's zone. */
final class GoogleTimes {
  static final ZoneId CALENDAR = ZoneId.of("Europe/Paris");
  private static final DateTimeFormatter KEY =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private GoogleTimes() {}

  static boolean isDay(JsonNode time) {
    return time.has("date");
  }

  static ZoneId zone(JsonNode time) {
    return time.has("timeZone") ? ZoneId.of(time.path("timeZone").asString()) : CALENDAR;
  }

  static Instant instant(JsonNode time) {
    return isDay(time)
        ? LocalDate.parse(time.path("date").asString()).atStartOfDay(CALENDAR).toInstant()
        : OffsetDateTime.parse(time.path("dateTime").asString()).toInstant();
  }

  static LocalDateTime wall(JsonNode time) {
    return LocalDateTime.ofInstant(instant(time), isDay(time) ? CALENDAR : zone(time));
  }

  /** The same kind of time elsewhere on the wall. */
  static ObjectNode at(JsonNode like, LocalDateTime wall) {
    ObjectNode time = Json.MAPPER.createObjectNode();
    return isDay(like)
        ? time.put("date", wall.toLocalDate().toString())
        : time.put(
                "dateTime", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(wall.atZone(zone(like))))
            .put("timeZone", zone(like).getId());
  }

  static String key(JsonNode start) {
    return isDay(start)
        ? start.path("date").asString().replace("-", "")
        : KEY.format(instant(start));
  }
}
