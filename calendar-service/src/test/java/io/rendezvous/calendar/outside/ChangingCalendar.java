package io.rendezvous.calendar.outside;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.Changes;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventFacts;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.StandInCalendar;
import io.rendezvous.calendar.journal.Entry;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.common.id.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A provider whose calendars a test changes. A token is how many changes there had been; one that
 * is forgotten is answered with all that there is.
 */
final class ChangingCalendar extends StandInCalendar {
  private static final Instant NOON = Instant.parse("2026-12-01T11:00:00Z");

  private final Journal journal;
  private final Map<CalendarId, Log> logs = new ConcurrentHashMap<>();

  /** They throw where their calendars are asked for. */
  final Set<AccountId> broken = ConcurrentHashMap.newKeySet();

  final Set<AccountId> away = ConcurrentHashMap.newKeySet();
  private int asked;
  private int version;

  /** What has happened on one calendar. */
  private static final class Log {
    private final Map<String, CalendarEvent> events = new LinkedHashMap<>();
    private final List<String> changed = new ArrayList<>();
    private int forgotten;
  }

  ChangingCalendar(Journal journal) {
    this.journal = journal;
  }

  /** Somebody writes an event; another version of it each time. */
  synchronized CalendarEvent write(CalendarId calendar, String id, String title) {
    return write(calendar, id, title, null);
  }

  synchronized CalendarEvent write(
      CalendarId calendar, String id, String title, @Nullable String series) {
    var time = new EventTime(NOON, NOON.plusSeconds(3600), ZoneId.of("Europe/Paris"));
    var content = new EventContent(new EventText(title, null, null, List.of()), time);
    var event =
        new CalendarEvent(
            id,
            calendar,
            content,
            "etag-" + ++version,
            new EventFacts(false, false, series, null, null));
    log(calendar).events.put(id, event);
    log(calendar).changed.add(id);
    return event;
  }

  synchronized void delete(CalendarId calendar, String id) {
    log(calendar).events.remove(id);
    log(calendar).changed.add(id);
  }

  synchronized void remove(CalendarId calendar) {
    logs.remove(calendar);
  }

  /** No token given so far is known any more. */
  synchronized void forgetTokens(CalendarId calendar) {
    log(calendar).changed.add("");
    log(calendar).forgotten = log(calendar).changed.size();
  }

  /** How often changes were asked for. */
  synchronized int asked() {
    return asked;
  }

  private Log log(CalendarId calendar) {
    return logs.computeIfAbsent(calendar, _ -> new Log());
  }

  @Override
  public synchronized Outcome<List<CalendarInfo>> calendars(
      UserId user, @Nullable AccountId account) {
    if (account != null && broken.contains(account)) {
      throw new IllegalStateException("Expected an answer, but found none");
    }
    return new Outcome.Done<>(
        logs.keySet().stream()
            .filter(id -> id.owner().equals(user))
            .filter(id -> id.account().filter(it -> it.equals(account)).isPresent())
            .map(id -> new CalendarInfo(id, "title", null, CalendarInfo.AccessRole.OWNER, true))
            .toList());
  }

  @Override
  public synchronized Outcome<CalendarEvent> get(CalendarId calendar, String id) {
    CalendarEvent event = log(calendar).events.get(id);
    return event == null
        ? new Outcome.Failed<>(new CalendarFailure.NotFound())
        : new Outcome.Done<>(event);
  }

  @Override
  public Outcome<Effect> close(UserId user, EffectId effect) {
    return journal.refuse(user, effect, new CalendarFailure.Closed())
            instanceof Entry.Done(var done)
        ? new Outcome.Done<>(done)
        : new Outcome.Failed<>(new CalendarFailure.Closed());
  }

  @Override
  public synchronized Outcome<Changes> changes(CalendarId calendar, @Nullable String token) {
    asked++;
    if (calendar.account().filter(away::contains).isPresent()) {
      return new Outcome.Failed<>(new CalendarFailure.Unavailable());
    }
    Log log = log(calendar);
    String next = Integer.toString(log.changed.size());
    if (token == null || Integer.parseInt(token) < log.forgotten) {
      return new Outcome.Done<>(
          new Changes(List.copyOf(log.events.values()), List.of(), next, true));
    }
    var ids = new LinkedHashSet<>(log.changed.subList(Integer.parseInt(token), log.changed.size()));
    return new Outcome.Done<>(
        new Changes(
            ids.stream().filter(log.events::containsKey).map(log.events::get).toList(),
            ids.stream().filter(id -> !id.isEmpty() && !log.events.containsKey(id)).toList(),
            next,
            false));
  }
}
