package io.rendezvous.calendar.google;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Grants;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.calendar.journal.RemoteEffects;
import io.rendezvous.calendar.journal.RemoteStore;
import io.rendezvous.common.id.UserId;
import io.rendezvous.testsupport.TestDynamoDb;
import io.rendezvous.testsupport.google.GoogleAccount;
import io.rendezvous.testsupport.google.GoogleEvents;
import io.rendezvous.testsupport.google.ScriptedGoogle;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.springframework.util.unit.DataSize;

/** Google's calendars on a scripted server; a user's token is the user's id. */
final class TestGoogle {
  static final ScriptedGoogle SERVER = ScriptedGoogle.start();
  static final AccountId ACCOUNT = new AccountId("0123456789abcdef");
  private static final String PREFIX = "google-calendar-";
  private static final Journal JOURNAL = journal();
  private static final Grants GRANTS =
      new Grants() {
        @Override
        public Outcome<String> accessToken(UserId user, AccountId account) {
          return account.equals(ACCOUNT)
              ? new Outcome.Done<>(user.value())
              : new Outcome.Failed<>(new CalendarFailure.NotFound());
        }

        @Override
        public Outcome<String> renewed(UserId user, AccountId account, String refused) {
          return new Outcome.Done<>(user.value());
        }
      };

  private TestGoogle() {}

  static CalendarId calendar(UserId user) {
    return CalendarId.of(user, ACCOUNT, GoogleAccount.EMAIL);
  }

  static GoogleEvents events(UserId user) {
    return SERVER.account(user.value()).primary();
  }

  static Calendar open() {
    return open(GRANTS, UnaryOperator.identity());
  }

  static Calendar open(Grants grants) {
    return open(grants, UnaryOperator.identity());
  }

  /** With something between the effects and the provider. */
  static Calendar open(UnaryOperator<RemoteStore> between) {
    return open(GRANTS, between);
  }

  /** As a process that has just started: it shares the server and the journal with all others. */
  private static Calendar open(Grants grants, UnaryOperator<RemoteStore> between) {
    GoogleSettings settings = settings(SERVER.root());
    var api = new Api(new GoogleConnection(settings).google(), grants, settings);
    RemoteStore store = between.apply(new GoogleStore(api, new EventReader(settings)));
    var effects =
        new RemoteEffects(JOURNAL, store, InstantSource.system(), settings.editAttempts());
    return new GoogleCalendar(api, store, effects, settings);
  }

  /** Pages are small, so that there are several; nobody is waited for long. */
  private static GoogleSettings settings(URI root) {
    return new GoogleSettings(
        root,
        200,
        Duration.ofSeconds(10),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_000),
        DataSize.ofMegabytes(1),
        DataSize.ofKilobytes(64),
        4,
        20,
        20,
        20,
        new RetrySettings(
            4, Duration.ofMillis(20), Duration.ofMillis(1_500), Duration.ofSeconds(10)));
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
