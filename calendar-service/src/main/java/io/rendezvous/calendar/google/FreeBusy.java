package io.rendezvous.calendar.google;

import com.google.api.services.calendar.model.FreeBusyCalendar;
import com.google.api.services.calendar.model.FreeBusyRequest;
import com.google.api.services.calendar.model.FreeBusyRequestItem;
import com.google.api.services.calendar.model.FreeBusyResponse;
import com.google.api.services.calendar.model.TimePeriod;
import io.rendezvous.calendar.Availability;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When people are busy, as far as their calendars let the user know. */
final class FreeBusy {
  /** Google answers for as many calendars at once. */
  private static final int AT_ONCE = 50;

  private final Api api;

  FreeBusy(Api api) {
    this.api = api;
  }

  Outcome<List<Availability>> of(Place place, List<String> emails, Period period) {
    var found = new ArrayList<Availability>();
    for (int from = 0; from < emails.size(); from += AT_ONCE) {
      List<String> some = emails.subList(from, Math.min(emails.size(), from + AT_ONCE));
      Outcome<FreeBusyResponse> answer = ask(place, some, period);
      if (!(answer instanceof Outcome.Done<FreeBusyResponse>(FreeBusyResponse response))) {
        return answer.map(_ -> List.of());
      }
      some.forEach(email -> found.add(availability(email, response)));
    }
    return new Outcome.Done<>(List.copyOf(found));
  }

  private Outcome<FreeBusyResponse> ask(Place place, List<String> emails, Period period) {
    var items = new ArrayList<FreeBusyRequestItem>();
    emails.forEach(email -> items.add(new FreeBusyRequestItem().setId(email)));
    var request =
        new FreeBusyRequest()
            .setTimeMin(Times.written(period.from()))
            .setTimeMax(Times.written(period.to()))
            .setItems(items);
    return api.ask(place, google -> google.freebusy().query(request)).outcome();
  }

  /** A calendar that cannot be looked into is answered with errors in its place. */
  private static Availability availability(String email, FreeBusyResponse response) {
    FreeBusyCalendar one =
        response.getCalendars() == null ? null : response.getCalendars().get(email);
    return new Availability(email, one == null || hasErrors(one) ? null : busy(one.getBusy()));
  }

  private static boolean hasErrors(FreeBusyCalendar calendar) {
    return calendar.getErrors() != null && !calendar.getErrors().isEmpty();
  }

  private static List<Period> busy(@Nullable List<TimePeriod> periods) {
    var merged = new ArrayList<Period>();
    for (TimePeriod period : sorted(periods)) {
      Instant from = Times.instant(period.getStart());
      Instant to = Times.instant(period.getEnd());
      if (!merged.isEmpty() && !from.isAfter(merged.getLast().to())) {
        Period last = merged.removeLast();
        merged.add(new Period(last.from(), last.to().isAfter(to) ? last.to() : to));
      } else if (to.isAfter(from)) {
        merged.add(new Period(from, to));
      }
    }
    return merged;
  }

  private static List<TimePeriod> sorted(@Nullable List<TimePeriod> periods) {
    return Objects.requireNonNullElse(periods, List.<TimePeriod>of()).stream()
        .sorted(Comparator.comparingLong(period -> period.getStart().getValue()))
        .toList();
  }
}
