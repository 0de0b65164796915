package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Availability;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.calendar.CalendarArguments.FreePerson;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Finds free slots within working hours: the user's in the zone asked about, everybody else's where
 * they are.
 */
final class FindFreeTime implements Tool {
  /** As the tool's schema says. */
  private static final int LONGEST_DAYS = 62;

  private final Calendar calendars;
  private final Arguments arguments;
  private final Targets targets;
  private final ToolSettings limits;

  FindFreeTime(Calendar calendars, Arguments arguments, Targets targets, ToolSettings limits) {
    this.calendars = calendars;
    this.arguments = arguments;
    this.targets = targets;
    this.limits = limits;
  }

  @Override
  public String name() {
    return ToolCatalogue.FIND_FREE_TIME;
  }

  @Override
  public Outcome<ToolAnswer> run(ToolCall call, String json) {
    return arguments
        .read(name(), json, CalendarArguments.FindFreeTime.class)
        .then(
            asked ->
                LocalTimes.zone(asked.timeZone(), call.preferences().timeZone())
                    .then(
                        zone ->
                            LocalTimes.period(asked.from(), asked.to(), zone, LONGEST_DAYS)
                                .then(period -> find(call, asked, period, zone))));
  }

  private Outcome<ToolAnswer> find(
      ToolCall call, CalendarArguments.FindFreeTime asked, Period period, ZoneId zone) {
    CalendarId calendar = targets.calendar(call, asked.calendarId());
    return zones(asked, zone)
        .then(
            zones ->
                people(calendar, asked, period)
                    .then(
                        people ->
                            calendars
                                .list(calendar, period, limits.readLimit(), null)
                                .map(
                                    page ->
                                        answer(call, asked, period, zone, zones, people, page))));
  }

  private static Outcome<List<ZoneId>> zones(
      CalendarArguments.FindFreeTime asked, ZoneId otherwise) {
    Outcome<List<ZoneId>> zones = new Outcome.Done<>(List.of());
    for (FreePerson person : asked.attendees()) {
      zones =
          zones.then(
              known ->
                  LocalTimes.zone(person.timeZone(), otherwise)
                      .map(zone -> Stream.concat(known.stream(), Stream.of(zone)).toList()));
    }
    return zones;
  }

  private Outcome<List<Availability>> people(
      CalendarId calendar, CalendarArguments.FindFreeTime asked, Period period) {
    List<String> emails = asked.attendees().stream().map(FreePerson::email).toList();
    return emails.isEmpty()
        ? new Outcome.Done<>(List.of())
        : People.addresses(emails).then(all -> calendars.availability(calendar, all, period));
  }

  private ToolAnswer answer(
      ToolCall call,
      CalendarArguments.FindFreeTime asked,
      Period period,
      ZoneId zone,
      List<ZoneId> zones,
      List<Availability> people,
      EventPage page) {
    int minutes = Objects.requireNonNullElse(asked.minutes(), call.preferences().meetingMinutes());
    var search =
        new FreeTime(
            hours(call, zone),
            zones.stream().map(other -> hours(call, other)).toList(),
            busy(page, people, zone),
            Duration.ofMinutes(minutes),
            zones.isEmpty() ? limits.slotLimit() : limits.rankedSlots());
    List<EventTime> found = search.slots(period, call.askedAt(), knownUntil(page, period));
    List<EventTime> best = zones.isEmpty() ? found : new Comfort(with(zone, zones)).rank(found);
    List<String> unknown =
        people.stream().filter(one -> one.busy() == null).map(Availability::email).toList();
    return ToolAnswer.read(
        new CalendarResult.FreeTimes(
            best.stream()
                .limit(limits.slotLimit())
                .map(slot -> Views.slot(slot, call.preferences().language()))
                .toList(),
            unknown.isEmpty() ? null : unknown));
  }

  private static WorkingHours hours(ToolCall call, ZoneId zone) {
    return new WorkingHours(call.preferences().dayStart(), call.preferences().dayEnd(), zone);
  }

  private static List<EventTime> busy(EventPage page, List<Availability> people, ZoneId zone) {
    var busy = new ArrayList<EventTime>();
    page.events().stream()
        .filter(CalendarEvent::isBusy)
        .map(CalendarEvent::time)
        .forEach(busy::add);
    for (Availability person : people) {
      for (Period period : Objects.requireNonNullElse(person.busy(), List.<Period>of())) {
        busy.add(new EventTime(period.from(), period.to(), zone));
      }
    }
    return busy;
  }

  private static List<ZoneId> with(ZoneId zone, List<ZoneId> zones) {
    return Stream.concat(Stream.of(zone), zones.stream()).toList();
  }

  /** Beyond the last event read there may be others: nothing there is known to be free. */
  private static Instant knownUntil(EventPage page, Period period) {
    return page.next() == null ? period.to() : page.events().getLast().time().start();
  }
}
