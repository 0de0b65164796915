package io.rendezvous.gateway.calendar;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.rendezvous.common.calendar.AskedReminder;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.CalendarArguments.CreateEvent;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An event that a client wants to have made. */
record NewEvent(
    String title,
    WrittenSpan span,
    @Nullable String description,
    @Nullable String location,
    List<Attendee> attendees,
    List<String> recurrence,
    List<AskedReminder> reminders,
    @Nullable Boolean free) {

  /**
   * Reads it.
   *
   * @throws io.rendezvous.gateway.problem.Problem 400 that names every field that is not valid
   */
  static NewEvent read(JsonNode body) {
    var fields = EventFields.of(body);
    String title = requireNonNullElse(fields.text("title"), "");
    if (title.isBlank()) {
      fields.wrong("title", "must be a text that is not blank");
    }
    var span = WrittenSpan.read(fields);
    if (span.start() == null) {
      fields.wrong("start", "must be given");
    }
    var event =
        new NewEvent(
            title,
            span,
            fields.text("description"),
            fields.text("location"),
            requireNonNullElse(fields.attendees(), List.of()),
            requireNonNullElse(fields.recurrence(), List.of()),
            requireNonNullElse(fields.reminders(), List.of()),
            fields.flag("free"));
    fields.check();
    return event;
  }

  /** As the tool takes it; times without a zone are meant where the user is. */
  CreateEvent on(String calendar, ZoneId home, @Nullable Boolean notify) {
    return new CreateEvent(
        title,
        requireNonNull(span.startIn(home), "start"),
        span.endIn(home),
        span.zoneId(),
        location,
        description,
        attendees,
        recurrence,
        reminders,
        free,
        notify,
        null,
        calendar);
  }
}
