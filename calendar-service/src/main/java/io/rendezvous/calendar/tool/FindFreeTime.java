package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

/** Finds free slots within working hours, which are local to the zone asked about. */
final class FindFreeTime implements Tool {
  /** As the tool's schema says. */
  private static final int LONGEST_DAYS = 62;

  private final Calendar calendar;
  private final Arguments arguments;
  private final ToolSettings limits;

  FindFreeTime(Calendar calendar, Arguments arguments, ToolSettings limits) {
    this.calendar = calendar;
    this.arguments = arguments;
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
    int minutes = Objects.requireNonNullElse(asked.minutes(), call.preferences().meetingMinutes());
    var hours = new WorkingHours(call.preferences().dayStart(), call.preferences().dayEnd(), zone);
    return calendar
        .list(CalendarId.personal(call.user()), period, limits.readLimit(), null)
        .map(
            page -> {
              var busy = page.events().stream().map(CalendarEvent::time).toList();
              var search =
                  new FreeTime(hours, busy, Duration.ofMinutes(minutes), limits.slotLimit());
              return answer(
                  search,
                  period,
                  call.askedAt(),
                  knownUntil(page, period),
                  call.preferences().language());
            });
  }

  private static ToolAnswer answer(
      FreeTime search, Period period, Instant now, Instant knownUntil, Locale language) {
    return ToolAnswer.read(
        new CalendarResult.FreeTimes(
            search.slots(period, now, knownUntil).stream()
                .map(slot -> Views.slot(slot, language))
                .toList()));
  }

  /** Beyond the last event read there may be others: nothing there is known to be free. */
  private static Instant knownUntil(EventPage page, Period period) {
    return page.next() == null ? period.to() : page.events().getLast().time().start();
  }
}
