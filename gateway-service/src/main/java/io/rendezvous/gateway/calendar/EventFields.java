package io.rendezvous.gateway.calendar;

import io.rendezvous.common.calendar.AskedReminder;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.gateway.problem.FieldError;
import io.rendezvous.gateway.problem.Problem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of an event as a client writes it, and gathers what is wrong with them; how long
 * each may be, the tools tell. A field that is null is as one that is absent.
 */
final class EventFields {
  private final ObjectNode body;
  private final List<FieldError> errors = new ArrayList<>();

  private EventFields(ObjectNode body) {
    this.body = body;
  }

  static EventFields of(JsonNode body) {
    if (body instanceof ObjectNode object) {
      return new EventFields(object);
    }
    throw Problem.invalid(new FieldError("", "must be an object"));
  }

  /** Throws what was found wrong. */
  void check() {
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  void wrong(String name, String message) {
    errors.add(new FieldError(name, message));
  }

  /** Whether it is there to be taken away. */
  boolean isNull(String name) {
    JsonNode value = body.get(name);
    return value != null && value.isNull();
  }

  @Nullable String text(String name) {
    return read(name, "must be a text", JsonNode::isString, JsonNode::stringValue);
  }

  @Nullable Boolean flag(String name) {
    return read(name, "must be true or false", JsonNode::isBoolean, JsonNode::booleanValue);
  }

  @Nullable ZoneId zone(String name) {
    String id = text(name);
    if (id == null) {
      return null;
    }
    if (ZoneId.getAvailableZoneIds().contains(id)) {
      return ZoneId.of(id);
    }
    wrong(name, "must be an IANA time zone");
    return null;
  }

  @Nullable WrittenTime time(String name) {
    String text = text(name);
    try {
      return text == null ? null : WrittenTime.parse(text);
    } catch (DateTimeException neither) {
      wrong(name, "must be a time with offset, or a date yyyy-MM-dd for whole days");
      return null;
    }
  }

  @Nullable List<String> recurrence() {
    return list(
        "recurrence", "must be lines of RFC 5545", JsonNode::isString, JsonNode::stringValue);
  }

  /** What was answered to an invitation is not for its sender to say. */
  @Nullable List<Attendee> attendees() {
    return list(
        "attendees",
        "must be people with an email or a name",
        one -> isTextOrNone(one.path("email")) && isTextOrNone(one.path("name")) && isPerson(one),
        one ->
            new Attendee(
                one.path("email").asString(null),
                one.path("name").asString(null),
                one.path("optional").asBoolean(false),
                null));
  }

  private static boolean isTextOrNone(JsonNode value) {
    return value.isString() || value.isMissingNode() || value.isNull();
  }

  private static boolean isPerson(JsonNode one) {
    JsonNode optional = one.path("optional");
    return (one.path("email").isString() || one.path("name").isString())
        && (optional.isBoolean() || optional.isMissingNode());
  }

  @Nullable List<AskedReminder> reminders() {
    return list(
        "reminders",
        "must be of a method, popup or email, and minutesBefore",
        one ->
            List.of("popup", "email").contains(one.path("method").asString("popup"))
                && one.path("minutesBefore").isInt(),
        one ->
            new AskedReminder(
                one.path("method").asString("popup").equals("email"),
                one.path("minutesBefore").intValue()));
  }

  private <T> @Nullable List<T> list(
      String name,
      String message,
      Function<JsonNode, Boolean> fits,
      Function<JsonNode, T> reading) {
    return read(
        name,
        message,
        value -> value.isArray() && value.valueStream().allMatch(fits::apply),
        value -> value.valueStream().map(reading).toList());
  }

  private <T> @Nullable T read(
      String name,
      String message,
      Function<JsonNode, Boolean> fits,
      Function<JsonNode, T> reading) {
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (fits.apply(value)) {
      return reading.apply(value);
    }
    wrong(name, message);
    return null;
  }
}
