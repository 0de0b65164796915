package io.rendezvous.calendar.router;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.account.Account;
import io.rendezvous.calendar.router.AllCalendars.Part;
import io.rendezvous.calendar.router.AllCalendars.Silent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all accounts for their calendars at once; one that is late or fails hides no other. */
final class Listing {
  static final String OWN = "embedded";
  private static final Logger LOG = LoggerFactory.getLogger(Listing.class);

  private final ExecutorService threads;
  private final Duration limit;

  Listing(ExecutorService threads, Duration limit) {
    this.threads = threads;
    this.limit = limit;
  }

  AllCalendars of(
      List<CalendarInfo> own,
      List<Account> accounts,
      Function<Account, Outcome<List<CalendarInfo>>> calendars) {
    var parts = new ArrayList<Part>();
    var silent = new ArrayList<Silent>();
    List<Outcome<List<CalendarInfo>>> told = ask(accounts, calendars);
    for (int i = 0; i < accounts.size(); i++) {
      Account account = accounts.get(i);
      switch (told.get(i)) {
        case Outcome.Done<List<CalendarInfo>>(var found) ->
            parts.add(new Part(account.provider().word(), account.isDefault(), found));
        case Outcome.Failed<List<CalendarInfo>>(CalendarFailure reason) ->
            silent.add(new Silent(account, reason));
      }
    }
    boolean first = accounts.stream().noneMatch(Account::isDefault);
    int place = parts.isEmpty() || !parts.getFirst().isDefault() ? 0 : 1;
    parts.add(place, new Part(OWN, first, own));
    return new AllCalendars(parts, silent);
  }

  private List<Outcome<List<CalendarInfo>>> ask(
      List<Account> accounts, Function<Account, Outcome<List<CalendarInfo>>> calendars) {
    List<Callable<Outcome<List<CalendarInfo>>>> questions =
        accounts.stream()
            .<Callable<Outcome<List<CalendarInfo>>>>map(account -> () -> calendars.apply(account))
            .toList();
    try {
      return threads.invokeAll(questions, limit.toNanos(), TimeUnit.NANOSECONDS).stream()
          .map(Listing::answer)
          .toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return accounts.stream().map(_ -> unavailable()).toList();
    }
  }

  private static Outcome<List<CalendarInfo>> answer(Future<Outcome<List<CalendarInfo>>> answer) {
    try {
      return answer.get();
    } catch (CancellationException late) {
      return unavailable();
    } catch (ExecutionException e) {
      LOG.warn("An account could not be asked for its calendars", e.getCause());
      return unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unavailable();
    }
  }

  private static Outcome<List<CalendarInfo>> unavailable() {
    return new Outcome.Failed<>(new CalendarFailure.Unavailable());
  }
}
