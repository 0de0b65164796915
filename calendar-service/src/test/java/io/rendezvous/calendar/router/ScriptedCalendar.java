package io.rendezvous.calendar.router;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.Availability;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.Capabilities;
import io.rendezvous.calendar.Changes;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.Revision;
import io.rendezvous.calendar.StandInCalendar;
import io.rendezvous.common.calendar.Response;
import io.rendezvous.common.id.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Remembers what it was asked, and says that it refuses, by its name, unless scripted. */
final class ScriptedCalendar extends StandInCalendar {
  final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  BiFunction<UserId, @Nullable AccountId, Outcome<List<CalendarInfo>>> calendars =
      (user, account) -> new Outcome.Done<>(List.of());
  @Nullable Supplier<Outcome<CalendarEvent>> event;
  List<EventPage> pages = new ArrayList<>();
  Capabilities capabilities = new Capabilities(false, false, false);
  private final String name;

  ScriptedCalendar(String name) {
    this.name = name;
  }

  private <T> Outcome<T> refuse(String what) {
    asked.add(what);
    return new Outcome.Failed<>(new CalendarFailure.Invalid(name + " " + what));
  }

  @Override
  public Capabilities capabilities(CalendarId calendar) {
    return capabilities;
  }

  @Override
  public Outcome<List<CalendarInfo>> calendars(UserId user, @Nullable AccountId account) {
    asked.add("calendars");
    return calendars.apply(user, account);
  }

  @Override
  public Outcome<EventPage> list(
      CalendarId calendar, Period period, int limit, @Nullable String cursor) {
    if (pages.isEmpty()) {
      return refuse("list");
    }
    asked.add("list");
    return new Outcome.Done<>(pages.get(cursor == null ? 0 : Integer.parseInt(cursor)));
  }

  @Override
  public Outcome<CalendarEvent> get(CalendarId calendar, String id) {
    Supplier<Outcome<CalendarEvent>> scripted = event;
    return scripted == null ? refuse("get") : scripted.get();
  }

  @Override
  public Outcome<Effect> create(
      CalendarId calendar, EffectId effect, EventContent content, Notify notify) {
    return refuse("create");
  }

  @Override
  public Outcome<Effect> change(
      CalendarId calendar, EffectId effect, String id, Revision revision, Notify notify) {
    return refuse("change");
  }

  @Override
  public Outcome<Effect> delete(
      CalendarId calendar, EffectId effect, String id, Condition condition, Notify notify) {
    return refuse("delete");
  }

  @Override
  public Outcome<Effect> respond(
      CalendarId calendar, EffectId effect, String id, Response response, Notify notify) {
    return refuse("respond");
  }

  @Override
  public Outcome<Effect> undo(EffectId effect, Effect undone) {
    return refuse("undo");
  }

  @Override
  public Outcome<Effect> close(UserId user, EffectId effect) {
    return refuse("close");
  }

  @Override
  public Outcome<List<Availability>> availability(
      CalendarId calendar, List<String> emails, Period period) {
    asked.add("availability");
    return new Outcome.Done<>(emails.stream().map(it -> new Availability(it, null)).toList());
  }

  @Override
  public Outcome<Changes> changes(CalendarId calendar, @Nullable String token) {
    return refuse("changes");
  }
}
