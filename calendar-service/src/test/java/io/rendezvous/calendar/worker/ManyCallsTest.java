package io.rendezvous.calendar.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.RunningService;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.account.Account;
import io.rendezvous.calendar.account.Provider;
import io.rendezvous.calendar.account.Secret;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Report.ToolFinished;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.wire.Json;
import io.rendezvous.testsupport.TestDynamoDb;
import io.rendezvous.testsupport.TestKafka;
import io.rendezvous.testsupport.google.SlowGoogle;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The whole service, with the limits that it has by itself but for those of one account. */
class ManyCallsTest {
  private static final String PREFIX = "many-calls-";
  private static final int USERS = 20;
  private static final int CALLS_OF_EACH = 100;
  private static final int CALLS = USERS * CALLS_OF_EACH;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** At both ends of the connection, since the scripted server is in this process too. */
  private static final long MOST_BYTES_OF_A_CALL = 200 * 1024;

  /** For each call of a round, when nothing is asked any more and the round before filled pools. */
  private static final long MOST_BYTES_LEFT_BY_A_CALL = 2 * 1024;

  /** Of pools that grow to their size, and of the virtual threads' scheduler. */
  private static final int MOST_THREADS = 20;

  private final Vault vault = TestDynamoDb.vault(PREFIX);

  @Test
  void two_thousand_calls_wait_for_google_at_once_and_leave_nothing_behind() throws Exception {
    try (var google = new SlowGoogle();
        var log = new CallsOnTheLog(vault);
        var service = start(google)) {
      await().atMost(LIMIT).until(service::isReady);
      List<Lunches> calendars =
          Stream.generate(TestCalls::newUser)
              .limit(USERS)
              .map(user -> new Lunches(user, connected(user, service, google)))
              .toList();
      round(calendars, google, log);
      google.hold();
      long heapBefore = heap();
      round(calendars, google, log);
      google.hold();
      await().atMost(LIMIT).until(() -> heap() - heapBefore < CALLS * MOST_BYTES_LEFT_BY_A_CALL);
    }
  }

  private void round(List<Lunches> calendars, SlowGoogle google, CallsOnTheLog log) {
    List<ToolCall> calls = calendars.stream().flatMap(it -> calls(it, log)).toList();
    long heapBefore = heap();
    int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();

    log.write(calls);
    await().atMost(LIMIT).until(google::open, open -> open >= CALLS);
    long ofEach = (heap() - heapBefore) / CALLS;
    assertThat(ofEach).isLessThan(MOST_BYTES_OF_A_CALL);
    assertThat(ManagementFactory.getThreadMXBean().getThreadCount())
        .isLessThan(threadsBefore + MOST_THREADS);

    google.answer();
    assertThat(log.reports(calls)).hasSize(CALLS).allSatisfy(this::tellsTheLunches);
  }

  /** Whose calendar has a lunch every day. */
  private record Lunches(UserId user, CalendarId calendar) {}

  private static RunningService start(SlowGoogle google) {
    return RunningService.start(
        TestKafka.bootstrapServers(),
        TestDynamoDb.settings("").endpoint(),
        PREFIX,
        "--rendezvous.calendar.google.root-url=" + google.root(),
        // The first ones wait until the last have come, on a slow machine too.
        "--rendezvous.calendar.google.request-timeout=60s",
        "--rendezvous.calendar.google.keep-idle=1s",
        // Its looks would be counted too.
        "--rendezvous.calendar.outside.enabled=false",
        "--rendezvous.calendar.router.calls-at-once=" + CALLS_OF_EACH);
  }

  private static Stream<ToolCall> calls(Lunches lunches, CallsOnTheLog log) {
    String week =
        "{'from': '2026-11-23T00:00', 'to': '2026-11-30T00:00', 'calendarId': '"
            + lunches.calendar().name()
            + "'}";
    return IntStream.range(0, CALLS_OF_EACH)
        .mapToObj(
            _ -> log.call(lunches.user(), TestCalls.newCall(lunches.user()), "list_events", week));
  }

  /** Her token holds for the whole test, so that Google is asked for her calendar alone. */
  private static CalendarId connected(UserId user, RunningService service, SlowGoogle google) {
    Instant now = Instant.now();
    var tokens = Json.MAPPER.createObjectNode();
    tokens.put("refreshToken", "none").put("accessToken", user.value());
    tokens.put("issued", now.toString()).put("expires", now.plusSeconds(3_600).toString());
    Account account =
        TestCalls.done(
            service
                .accounts()
                .connect(
                    user,
                    Provider.GOOGLE,
                    user.value(),
                    SlowGoogle.CALENDAR,
                    List.of(),
                    new Secret(tokens.toString())));
    google.lunches(user.value(), LocalDate.parse("2026-11-23"));
    return CalendarId.of(user, account.id(), SlowGoogle.CALENDAR);
  }

  private void tellsTheLunches(Report report) {
    assertThat(report).isInstanceOf(ToolFinished.class);
    String told = vault.open(report.user(), ((ToolFinished) report).result());
    var events = Json.MAPPER.readValue(told, CalendarResult.class);
    assertThat(((CalendarResult.Events) events).events()).hasSize(7);
  }

  /** What is held after a collection. */
  private static long heap() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
