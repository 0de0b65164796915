package io.rendezvous.calendar.caldav;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalDavAccount;
import io.rendezvous.calendar.CalDavAccounts;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.calendar.journal.RemoteStore;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.id.UserId;
import io.rendezvous.testsupport.DavServer;
import io.rendezvous.testsupport.TestDynamoDb;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Calendars at a server, a new one for each user and test. */
final class DavFixture implements CalDavAccounts {
  static final CalDavSettings SETTINGS = settings(true, 2);

  /** Radicale drops connections where many come at once. */
  private static final CalDavSettings PATIENT = settings(true, 5);

  private static final String PREFIX = "caldav-calendar-";
  private static final AccountId ACCOUNT = new AccountId("caldav0000000001");
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Journal JOURNAL = journal();

  private final DavServer server;
  private final Map<UserId, CalendarId> calendars = new ConcurrentHashMap<>();
  private final Calendar calendar;

  DavFixture(DavServer server) {
    this.server = server;
    this.calendar = calendars(store -> store);
  }

  /** The calendars with something before the server. */
  CalDavCalendar calendars(UnaryOperator<RemoteStore> before) {
    return new CalDavCalendar(this, JOURNAL, InstantSource.system(), PATIENT, before);
  }

  Calendar calendars() {
    return calendar;
  }

  private CalDavAccount account() {
    return new CalDavAccount(server.base(), DavServer.USER, "pässword: 1");
  }

  Attendee me() {
    return new Attendee(account().username(), null);
  }

  /** The user's calendar, on which nothing is at first. */
  CalendarId calendar(UserId user) {
    return calendars.computeIfAbsent(
        user,
        _ -> {
          String path = server.home() + UUID.randomUUID() + "/";
          send("MKCALENDAR", path, null);
          return CalendarId.of(user, ACCOUNT, path);
        });
  }

  @Override
  public Outcome<CalDavAccount> find(UserId user, AccountId account) {
    return account.equals(ACCOUNT) && calendars.containsKey(user)
        ? new Outcome.Done<>(account())
        : new Outcome.Failed<>(new CalendarFailure.NotFound());
  }

  /** What another program asks of the server. */
  HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
    CalDavAccount account = account();
    var credentials = account.username() + ":" + account.password();
    URI uri = account.base().resolve(path);
    var request =
        HttpRequest.newBuilder(uri)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException dropped) {
      // Radicale drops connections when many come at once; nothing asked here hurts twice.
      return send(method, path, body, headers);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static CalDavSettings settings(boolean allowInward) {
    return settings(allowInward, 2);
  }

  private static CalDavSettings settings(boolean allowInward, int tries) {
    return new CalDavSettings(
        allowInward,
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        tries,
        Duration.ofSeconds(2),
        3,
        1 << 20,
        65_536,
        true,
        2,
        20,
        8,
        1_000,
        Duration.ofHours(1));
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
