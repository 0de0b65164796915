package io.rendezvous.calendar.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.embedded.TestCalendar;
import io.rendezvous.calendar.tool.CalendarTools;
import io.rendezvous.calendar.tool.TestTools;
import io.rendezvous.common.command.Command;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Report.ToolFailed;
import io.rendezvous.common.command.Report.ToolFinished;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.common.work.Away;
import io.rendezvous.testsupport.TestDynamoDb;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class AbandonedCallTest {
  private static final String PREFIX = "abandoned-call-";
  private static final Calendar CALENDAR = TestCalendar.open(PREFIX);

  private final Vault vault = TestDynamoDb.vault(PREFIX);
  private final MockProducer<String, byte[]> written =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final CalendarWorker worker = worker(CALENDAR);
  private final UserId ana = TestCalls.newUser();
  private final ToolCall call = call();

  @Test
  void is_reported_as_unavailable_and_has_no_effect_when_it_comes_again() throws Exception {
    worker.abandon(call, SdkClientException.create("away"), null);
    assertThat(last())
        .isInstanceOfSatisfying(
            ToolFailed.class,
            failed -> assertThat(failed.reason()).isEqualTo(ToolFailure.UNAVAILABLE));
    worker.handle(call, null);
    assertThat(last()).isInstanceOf(ToolFailed.class);
  }

  @Test
  void is_reported_as_done_where_a_try_had_succeeded_unseen() throws Exception {
    worker.handle(call, null);
    Report done = last();
    worker.abandon(call, SdkClientException.create("no answer"), null);
    assertThat(last()).isInstanceOf(ToolFinished.class);
    assertThat(((ToolFinished) last()).receipt()).isEqualTo(((ToolFinished) done).receipt());
  }

  @Test
  void is_reported_as_a_fault_of_ours_where_nothing_was_away() throws Exception {
    worker.abandon(call, new IllegalStateException("bug"), null);
    assertThat(((ToolFailed) last()).reason()).isEqualTo(ToolFailure.INTERNAL);
  }

  @Test
  void is_not_said_to_have_failed_while_it_cannot_be_closed() {
    var cut =
        (Calendar)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Calendar.class},
                (_, _, _) -> {
                  throw SdkClientException.create("away");
                });
    assertThatThrownBy(() -> worker(cut).abandon(call, new IllegalStateException("bug"), null))
        .isInstanceOf(Away.class);
    assertThat(written.history()).isEmpty();
  }

  @Test
  void waits_while_the_tables_are_away_and_is_reported_once_they_are_back() throws Exception {
    var away = new AtomicBoolean(true);
    var flaky =
        (Calendar)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Calendar.class},
                (_, method, arguments) -> {
                  if (away.get()) {
                    throw SdkClientException.create("away");
                  }
                  return method.invoke(CALENDAR, arguments);
                });
    CalendarWorker onFlaky = worker(flaky);
    assertThatThrownBy(() -> onFlaky.handle(call, null)).isInstanceOf(Away.class);
    assertThat(written.history()).isEmpty();
    away.set(false);
    onFlaky.handle(call, null);
    assertThat(last()).isInstanceOf(ToolFinished.class);
  }

  private Report last() throws Exception {
    var record = written.history().getLast();
    return (Report) Codec.decode(record.headers(), record.value(), Command.class);
  }

  private CalendarWorker worker(Calendar calendar) {
    CalendarTools tools = TestTools.of(PREFIX, calendar);
    return new CalendarWorker(
        tools,
        calendar,
        TestCalls.MARKS,
        vault,
        new Reports(tools, vault),
        new Publisher(written, new Codec("test"), InstantSource.system()),
        new CallMetrics(new SimpleMeterRegistry(), tools));
  }

  private ToolCall call() {
    var id = TestCalls.newCall(ana);
    return new ToolCall(
        ana,
        id,
        new AskId(Ids.derive(id.value())),
        "create_event",
        vault.seal(ana, "{\"title\": \"Déjeuner\", \"start\": \"2026-11-27T13:00\"}"),
        Preferences.DEFAULT,
        Instant.parse("2026-11-20T13:05:00Z"));
  }
}
