package io.rendezvous.calendar.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.RunningService;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.command.Report.ToolFailed;
import io.rendezvous.common.command.Report.ToolFinished;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.tool.Receipt;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.Json;
import io.rendezvous.common.work.DeadLetters;
import io.rendezvous.testsupport.TestDynamoDb;
import io.rendezvous.testsupport.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole service on the real broker and the real tables. */
class CalendarCallsTest {
  private static final String PREFIX = "calendar-calls-";
  private static final String LUNCH =
      "{'title': 'Déjeuner', 'start': '2026-11-27T13:00',"
          + " 'attendees': [{'email': 'ana@example.com'}]}";

  private static RunningService service;
  private static Vault vault;
  private static CallsOnTheLog log;

  private final UserId ana = TestCalls.newUser();
  private final CallId call = TestCalls.newCall(ana);

  @BeforeAll
  static void start() {
    vault = TestDynamoDb.vault(PREFIX);
    log = new CallsOnTheLog(vault);
    service = RunningService.start(TestKafka.bootstrapServers(), PREFIX);
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(service::isReady);
  }

  @AfterAll
  static void stop() {
    service.close();
    log.close();
  }

  @Test
  void a_call_becomes_one_event_and_one_report() throws Exception {
    log.write(log.call(ana, call, "create_event", LUNCH));
    ConsumerRecord<String, byte[]> record = log.reports(call, 1).getFirst();
    assertThat(record.key()).isEqualTo(call.conversation().value());
    assertThat(Codec.traceparent(record.headers())).isEqualTo(CallsOnTheLog.TRACEPARENT);
    var finished = (ToolFinished) CallsOnTheLog.report(record);
    CalendarEvent event = onlyEvent();
    assertThat(finished.user()).isEqualTo(ana);
    assertThat(finished.receipt())
        .isEqualTo(new Receipt(Receipt.Kind.CREATED, "personal", event.id(), event.etag(), null));
    var created = (CalendarResult.Created) open(finished.result());
    assertThat(created.event().when())
        .isEqualTo("vendredi 27 novembre 2026, 13:00–14:00 (Europe/Paris)");
    assertThat(created.event().id()).isEqualTo(event.id());
    assertThat(service.get("/actuator/prometheus", null).body())
        .contains(
            "rendezvous_tool_calls_seconds_count{outcome=\"finished\",tool=\"create_event\"}");
  }

  @Test
  void a_call_delivered_three_times_has_one_effect_and_the_same_report() {
    ToolCall task = log.call(ana, call, "create_event", LUNCH);
    log.write(task);
    log.write(task);
    log.write(task);
    List<ToolFinished> reports =
        log.reports(call, 3).stream()
            .map(record -> (ToolFinished) CallsOnTheLog.report(record))
            .toList();
    CalendarEvent event = onlyEvent();
    assertThat(reports)
        .allSatisfy(
            report -> {
              assertThat(report.receipt()).isEqualTo(reports.getFirst().receipt());
              assertThat(report.receipt().effect()).isEqualTo(event.id());
              assertThat(open(report.result())).isEqualTo(open(reports.getFirst().result()));
            });
  }

  @Test
  void an_event_is_created_moved_and_deleted_by_three_calls() {
    log.write(log.call(ana, call, "create_event", LUNCH));
    log.reports(call, 1);
    String id = onlyEvent().id();
    CallId move = TestCalls.newCall(ana);
    log.write(
        log.call(
            ana, move, "move_event", "{'eventId': '" + id + "', 'start': '2026-11-27T15:00'}"));
    var moved = (ToolFinished) CallsOnTheLog.report(log.reports(move, 1).getFirst());
    assertThat(moved.receipt().preImage()).isEqualTo(move.value());
    assertThat(onlyEvent().time().start()).isEqualTo(Instant.parse("2026-11-27T14:00:00Z"));
    CallId delete = TestCalls.newCall(ana);
    log.write(log.call(ana, delete, "delete_event", "{'eventId': '" + id + "'}"));
    log.reports(delete, 1);
    assertThat(events()).isEmpty();
  }

  @Test
  void wrong_arguments_are_reported_with_what_to_do() {
    log.write(log.call(ana, call, "create_event", "{'title': 'Sans heure'}"));
    var failed = (ToolFailed) CallsOnTheLog.report(log.reports(call, 1).getFirst());
    assertThat(failed.reason()).isEqualTo(ToolFailure.INVALID_ARGUMENTS);
    var told = (CalendarResult.Failed) open(failed.message());
    assertThat(told.detail()).contains("start").contains("call again");
  }

  @Test
  void an_unknown_tool_is_reported_and_nothing_else() {
    log.write(log.call(ana, call, "drop_calendar", "{}"));
    var failed = (ToolFailed) CallsOnTheLog.report(log.reports(call, 1).getFirst());
    assertThat(failed.reason()).isEqualTo(ToolFailure.UNKNOWN_TOOL);
  }

  @Test
  void a_bad_record_is_set_aside_and_the_next_is_handled() throws Exception {
    String key = call.conversation().value();
    log.writeRubbish(key);
    log.write(log.call(ana, call, "create_event", LUNCH));
    log.reports(call, 1);
    assertThat(onlyEvent()).isNotNull();
    assertThat(log.deadLetter(key).headers().lastHeader(DeadLetters.REASON)).isNotNull();
  }

  @Test
  void arguments_that_do_not_open_are_reported_at_the_first_try() throws Exception {
    double retried = retried();
    UserId bob = TestCalls.newUser();
    ToolCall bobs = log.call(bob, call, "create_event", LUNCH);
    log.write(of(ana, bobs));
    var failed = (ToolFailed) CallsOnTheLog.report(log.reports(call, 1).getFirst());
    assertThat(failed.reason()).isEqualTo(ToolFailure.INTERNAL);
    assertThat(reason(log.deadLetter(call.conversation().value()))).startsWith("BAD_DATA: ");
    assertThat(retried()).isEqualTo(retried);
    assertThat(events()).isEmpty();
  }

  @Test
  void a_call_on_another_users_conversation_is_not_carried_out() throws Exception {
    UserId eve = TestCalls.newUser();
    log.write(of(eve, log.call(eve, call, "create_event", LUNCH)));
    log.write(log.call(ana, call, "create_event", LUNCH));
    assertThat(reason(log.deadLetter(call.conversation().value()))).startsWith("WRONG_OWNER: ");
    assertThat(CallsOnTheLog.report(log.reports(call, 1).getFirst()).user()).isEqualTo(ana);
    assertThat(onlyEvent()).isNotNull();
  }

  private static ToolCall of(UserId user, ToolCall call) {
    return new ToolCall(
        user,
        call.call(),
        call.ask(),
        call.name(),
        call.arguments(),
        call.preferences(),
        call.askedAt());
  }

  private static String reason(ConsumerRecord<String, byte[]> letter) {
    return new String(letter.headers().lastHeader(DeadLetters.REASON).value(), UTF_8);
  }

  private static double retried() throws Exception {
    return service
        .get("/actuator/prometheus", null)
        .body()
        .lines()
        .filter(line -> line.startsWith("rendezvous_calendar_calls_retried_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private CalendarEvent onlyEvent() {
    List<CalendarEvent> events = events();
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private List<CalendarEvent> events() {
    var day =
        new Period(Instant.parse("2026-11-26T23:00:00Z"), Instant.parse("2026-11-27T23:00:00Z"));
    var personal = new CalendarId(ana, CalendarId.PERSONAL);
    return TestCalls.done(service.calendar().list(personal, day, 10, null)).events();
  }

  private CalendarResult open(Personal text) {
    return Json.MAPPER.readValue(vault.open(ana, text), CalendarResult.class);
  }
}
