package io.rendezvous.calendar.router;

import static io.rendezvous.calendar.TestCalls.done;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.account.Account;
import io.rendezvous.calendar.account.Accounts;
import io.rendezvous.calendar.account.Provider;
import io.rendezvous.calendar.account.Secret;
import io.rendezvous.calendar.account.TestAccounts;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.common.id.UserId;
import io.rendezvous.testsupport.TestDynamoDb;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/** A user with the calendar of our own and an account at each provider. */
abstract class RouterFixture {
  static final String PREFIX = "router-";
  static final RouterSettings LIMITS =
      new RouterSettings(
          48, 2, Duration.ofMillis(50), Duration.ofSeconds(2), 3, Duration.ofDays(62), 100);

  final Accounts accounts = TestAccounts.open(PREFIX, InstantSource.system());
  final Journal journal = journal();
  final ScriptedCalendar embedded = new ScriptedCalendar("embedded");
  final ScriptedCalendar google = new ScriptedCalendar("google");
  final ScriptedCalendar caldav = new ScriptedCalendar("caldav");
  final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  final Bulkhead bulkhead = new Bulkhead(LIMITS);
  final Together together = new Together(threads, LIMITS.listingTime());
  final Calendars calendars =
      new Calendars(
          accounts,
          new Providers(embedded, Optional.of(google), Optional.of(caldav)),
          journal,
          bulkhead,
          together);

  final UserId ana = TestCalls.newUser();
  final CalendarId own = CalendarId.personal(ana);
  final Account atGoogle = connect(ana, Provider.GOOGLE);
  final Account atDav = connect(ana, Provider.CALDAV);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  Account connect(UserId user, Provider provider) {
    return done(accounts.connect(user, provider, "name", "label", List.of(), new Secret("secret")));
  }

  CalendarId at(Account account) {
    return CalendarId.of(ana, account.id(), "work");
  }

  static Outcome<List<CalendarInfo>> two(UserId user, AccountId account) {
    return new Outcome.Done<>(
        List.of(
            info(CalendarId.of(user, account, "main"), true),
            info(CalendarId.of(user, account, "work"), false)));
  }

  static CalendarInfo info(CalendarId id, boolean primary) {
    return new CalendarInfo(id, "title", null, CalendarInfo.AccessRole.OWNER, primary);
  }

  private static Journal journal() {
    var journal =
        new Journal(
            TestDynamoDb.client(),
            TestDynamoDb.settings(PREFIX),
            TestDynamoDb.vault(PREFIX),
            InstantSource.system());
    journal.createIfMissing();
    return journal;
  }
}
