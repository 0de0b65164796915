package io.rendezvous.calendar.outside;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.CalendarInfo.AccessRole;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.id.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the calendars of one account, one after the other. */
final class AccountLook {
  private static final Logger LOG = LoggerFactory.getLogger(AccountLook.class);

  private final Calendar calendars;
  private final SyncTable table;
  private final CalendarLook look;
  private final OutsideSettings limits;
  private final InstantSource clock;

  AccountLook(
      Calendar calendars,
      SyncTable table,
      CalendarLook look,
      OutsideSettings limits,
      InstantSource clock) {
    this.calendars = calendars;
    this.table = table;
    this.look = look;
    this.limits = limits;
    this.clock = clock;
  }

  /** Whether all of it could be looked at; one calendar that cannot does not hold up the others. */
  boolean look(UserId user, AccountId account) throws InterruptedException {
    if (!list(user, account)) {
      return false;
    }
    boolean well = true;
    for (Followed calendar : table.of(user, account)) {
      well &= look(calendar);
    }
    return well;
  }

  private boolean look(Followed calendar) throws InterruptedException {
    try {
      Optional<CalendarFailure> failure = look.look(calendar);
      failure.ifPresent(
          why -> LOG.debug("{} could not be looked at: {}", calendar, why.getClass().getName()));
      return failure.isEmpty();
    } catch (InterruptedException stopped) {
      throw stopped;
    } catch (Exception failure) {
      // Its message may hold what the calendar holds.
      LOG.warn("Looking at {} failed: {}", calendar, failure.getClass().getName());
      return false;
    }
  }

  /** Asks which calendars there are, once in a while; false where there is no answer. */
  private boolean list(UserId user, AccountId account) {
    Instant now = clock.instant();
    if (table.listedAt(user, account).plus(limits.listing()).isAfter(now)) {
      return true;
    }
    if (!(calendars.calendars(user, account)
        instanceof Outcome.Done<List<CalendarInfo>>(var all))) {
      return false;
    }
    Set<CalendarId> readable =
        all.stream()
            .filter(calendar -> calendar.role() != AccessRole.FREE_BUSY)
            .map(CalendarInfo::id)
            .collect(Collectors.toSet());
    for (Followed known : table.of(user, account)) {
      if (!readable.contains(known.id())) {
        table.forget(known.id());
      }
    }
    readable.forEach(calendar -> table.follow(Followed.from(calendar, now)));
    table.listed(user, account, now);
    return true;
  }
}
