package io.rendezvous.calendar.icalendar;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventFacts;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One object of a calendar: an event, or a series with those of its occurrences that are exceptions
 * (RFC 4791, 4.1). What is changed in it leaves every other line to the letter.
 */
public final class CalendarObject {
  private static final String NOT_READ = "The event is not in the form of iCalendar (RFC 5545).";
  private static final String NOT_WRITTEN =
      "The event cannot be written: a series takes lines RRULE, RDATE and EXDATE of RFC 5545, one of"
          + " its occurrences takes none.";

  private final EventSet events;
  private final EventReader reader;

  private CalendarObject(EventSet events) {
    this.events = events;
    this.reader = new EventReader(events.zones());
  }

  /**
   * Reads an object.
   *
   * @param floating where times without a zone are meant
   * @return Invalid where it holds no event that can be read
   */
  public static Outcome<CalendarObject> parse(String text, ZoneId floating) {
    return tried(NOT_READ, () -> new CalendarObject(read(text, floating)).checked());
  }

  /** A new object of one event; Invalid where its recurrence cannot be written. */
  public static Outcome<CalendarObject> create(
      String uid, EventContent content, ZoneId floating, Instant now) {
    return tried(
        NOT_WRITTEN, () -> new CalendarObject(NewObject.of(uid, content, floating, now)).checked());
  }

  public String text() {
    return ObjectText.format(events.root());
  }

  /** Whether it may happen more than once. */
  public boolean isSeries() {
    return events.isSeries();
  }

  /** Whether an occurrence of it says something of its own. */
  public boolean hasExceptions() {
    return !events.exceptions().isEmpty();
  }

  /** What it says as a whole, or of one occurrence; empty where there is none of this name. */
  public Optional<EventContent> content(@Nullable String occurrence) {
    if (occurrence == null) {
      return Optional.of(reader.content(events.main()));
    }
    Component exception = events.exceptions().get(occurrence);
    if (exception != null) {
      return EventSet.isCancelled(exception)
          ? Optional.empty()
          : Optional.of(reader.content(exception));
    }
    return start(occurrence).map(start -> reader.occurrence(events.main(), start));
  }

  /**
   * What else is to be known of it.
   *
   * @param address the user's own; null where it is not known
   */
  public EventFacts facts(EventName name, @Nullable String address) {
    String occurrence = name.occurrence();
    Component event =
        occurrence == null
            ? events.main()
            : events.exceptions().getOrDefault(occurrence, events.main());
    return Standing.of(
        event, address, occurrence == null ? null : name.object(), original(occurrence));
  }

  /** The first so many times that overlap the period and are wanted, by start. */
  public List<HappensAt> within(Period period, Predicate<HappensAt> wanted, int limit) {
    return new Expansion(events).within(period, wanted, limit);
  }

  /** From its first moment to its last, all times taken together. */
  public EventTime span() {
    return new Expansion(events).span();
  }

  /**
   * With other content.
   *
   * @param occurrence the one meant; null edits all, and exceptions keep what they say otherwise
   */
  public Outcome<CalendarObject> editing(
      @Nullable String occurrence, EventContent content, Instant now) {
    var editor = new SeriesEditor(events, now);
    if (occurrence == null) {
      return edited(() -> editor.all(content));
    }
    if (content.recurrence().isSeries()) {
      return new Outcome.Failed<>(new CalendarFailure.Invalid(NOT_WRITTEN));
    }
    return Optional.ofNullable(events.exceptions().get(occurrence))
        .or(() -> start(occurrence).map(editor::exceptionAt))
        .map(event -> edited(() -> editor.one(occurrence, event, content)))
        .orElseGet(CalendarObject::notFound);
  }

  /** Without one occurrence; NotFound where there is none of this name. */
  public Outcome<CalendarObject> without(String occurrence, Instant now) {
    return content(occurrence).isEmpty()
        ? notFound()
        : edited(() -> new SeriesEditor(events, now).without(occurrence));
  }

  /** With one occurrence as its {@link #original} says, whether it is there or not. */
  public Outcome<CalendarObject> restoring(String occurrence, String original, Instant now) {
    ZoneId floating = events.zones().floating();
    return tried(NOT_READ, () -> read(original, floating))
        .then(was -> edited(() -> new SeriesEditor(events, now).restoring(occurrence, was)));
  }

  /** All of it; of an occurrence, what makes it an exception. */
  private String original(@Nullable String occurrence) {
    if (occurrence == null) {
      return text();
    }
    Component exception = events.exceptions().get(occurrence);
    List<Component> kept = exception == null ? List.of() : List.of(exception);
    return ObjectText.format(events.with(kept).root());
  }

  private Optional<Moment> start(String occurrence) {
    try {
      return events.isSeries()
          ? events.starts().flatMap(starts -> starts.named(occurrence))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException noName) {
      return Optional.empty();
    }
  }

  /** Whatever of it will be read later can be read. */
  private CalendarObject checked() {
    events.main();
    events.events().forEach(reader::content);
    events.exceptions();
    events.starts();
    return this;
  }

  private static EventSet read(String text, ZoneId floating) {
    return EventSet.of(ObjectText.parse(text), floating);
  }

  private static Outcome<CalendarObject> edited(Supplier<EventSet> edit) {
    return tried(NOT_WRITTEN, () -> new CalendarObject(edit.get()).checked());
  }

  private static <T> Outcome<T> tried(String reason, Supplier<T> work) {
    try {
      return new Outcome.Done<>(work.get());
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException refused) {
      return new Outcome.Failed<>(new CalendarFailure.Invalid(reason));
    }
  }

  private static <T> Outcome<T> notFound() {
    return new Outcome.Failed<>(new CalendarFailure.NotFound());
  }
}
