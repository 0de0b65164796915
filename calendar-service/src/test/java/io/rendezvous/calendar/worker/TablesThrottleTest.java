package io.rendezvous.calendar.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.RunningService;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.common.command.Report.ToolFinished;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.testsupport.TestDynamoDb;
import io.rendezvous.testsupport.TestKafka;
import io.rendezvous.testsupport.ThrottlingFront;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TablesThrottleTest {
  private static final String PREFIX = "calendar-throttled-";
  private static final Duration LIMIT = Duration.ofSeconds(120);

  @Test
  void calls_wait_until_the_tables_take_them_and_have_one_effect_each() throws Exception {
    UserId ana = TestCalls.newUser();
    List<CallId> calls = Stream.generate(() -> TestCalls.newCall(ana)).limit(10).toList();
    try (var front = ThrottlingFront.before(TestDynamoDb.settings("").endpoint(), 21);
        var log = new CallsOnTheLog(TestDynamoDb.vault(PREFIX));
        var service =
            RunningService.start(
                TestKafka.bootstrapServers(),
                front.endpoint(),
                PREFIX,
                "--rendezvous.calendar.worker.max-attempts=1")) {
      await().atMost(LIMIT).until(service::isReady);
      front.refuse(1);
      calls.forEach(call -> log.write(log.call(ana, call, "create_event", lunch(call))));
      await().atMost(LIMIT).until(() -> front.refused() > 40);
      front.refuse(0.5);
      await().atMost(LIMIT).until(() -> front.refused() > 50);
      front.refuse(0);
      for (CallId call : calls) {
        assertThat(CallsOnTheLog.report(log.reports(call, 1).getFirst()))
            .isInstanceOf(ToolFinished.class);
      }
      var day =
          new Period(Instant.parse("2026-11-26T23:00:00Z"), Instant.parse("2026-11-27T23:00:00Z"));
      var personal = new CalendarId(ana, CalendarId.PERSONAL);
      assertThat(TestCalls.done(service.calendar().list(personal, day, 20, null)).events())
          .hasSize(10);
    }
  }

  private static String lunch(CallId call) {
    return "{'title': '" + call.value() + "', 'start': '2026-11-27T13:00'}";
  }
}
