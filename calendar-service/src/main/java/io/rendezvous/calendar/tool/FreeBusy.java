package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Availability;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.BusyView;
import io.rendezvous.common.calendar.CalendarResult.Slot;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Tells when other people are busy, where their provider knows it. */
final class FreeBusy implements Tool {
  /** As the tool's schema says. */
  private static final int LONGEST_DAYS = 62;

  private final Calendar calendars;
  private final Arguments arguments;
  private final Targets targets;

  FreeBusy(Calendar calendars, Arguments arguments, Targets targets) {
    this.calendars = calendars;
    this.arguments = arguments;
    this.targets = targets;
  }

  @Override
  public String name() {
    return ToolCatalogue.FREE_BUSY;
  }

  @Override
  public Outcome<ToolAnswer> run(ToolCall call, String json) {
    return arguments
        .read(name(), json, CalendarArguments.FreeBusy.class)
        .then(
            asked ->
                LocalTimes.zone(asked.timeZone(), call.preferences().timeZone())
                    .then(
                        zone ->
                            LocalTimes.period(asked.from(), asked.to(), zone, LONGEST_DAYS)
                                .then(period -> find(call, asked, period, zone))));
  }

  private Outcome<ToolAnswer> find(
      ToolCall call, CalendarArguments.FreeBusy asked, Period period, ZoneId zone) {
    return People.addresses(asked.emails())
        .then(
            emails ->
                calendars.availability(targets.calendar(call, asked.calendarId()), emails, period))
        .map(
            people ->
                ToolAnswer.read(
                    new CalendarResult.Busy(
                        people.stream()
                            .map(one -> view(one, zone, call.preferences().language()))
                            .toList())));
  }

  private static BusyView view(Availability person, ZoneId zone, Locale language) {
    List<Period> busy = person.busy();
    return new BusyView(
        person.email(),
        busy == null ? null : busy.stream().map(one -> slot(one, zone, language)).toList());
  }

  private static Slot slot(Period period, ZoneId zone, Locale language) {
    return Views.slot(new EventTime(period.from(), period.to(), zone), language);
  }
}
