package io.rendezvous.calendar;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * All of an event that people write.
 *
 * @param reminders none leaves it without; adapters do not add the provider's own
 * @param free whether others may meet the user meanwhile all the same
 */
public record EventContent(
    EventText text, EventTime time, Recurrence recurrence, List<Reminder> reminders, boolean free) {
  public EventContent {
    requireNonNull(text, "text");
    requireNonNull(time, "time");
    requireNonNull(recurrence, "recurrence");
    reminders = List.copyOf(reminders);
  }

  /** An event that happens once, without reminders, and takes its time. */
  public EventContent(EventText text, EventTime time) {
    this(text, time, Recurrence.NONE, List.of(), false);
  }

  public EventContent with(EventText other) {
    return new EventContent(other, time, recurrence, reminders, free);
  }

  public EventContent at(EventTime other) {
    return new EventContent(text, other, recurrence, reminders, free);
  }

  public EventContent recurring(Recurrence other) {
    return new EventContent(text, time, other, reminders, free);
  }

  public EventContent reminding(List<Reminder> others) {
    return new EventContent(text, time, recurrence, others, free);
  }
}
