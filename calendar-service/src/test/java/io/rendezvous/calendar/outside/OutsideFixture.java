package io.rendezvous.calendar.outside;

import static io.rendezvous.calendar.TestCalls.done;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.TestClock;
import io.rendezvous.calendar.account.Account;
import io.rendezvous.calendar.account.Accounts;
import io.rendezvous.calendar.account.Leases;
import io.rendezvous.calendar.account.Looks;
import io.rendezvous.calendar.account.Provider;
import io.rendezvous.calendar.account.Secret;
import io.rendezvous.calendar.account.TestAccounts;
import io.rendezvous.calendar.approval.ApprovalSettings;
import io.rendezvous.calendar.approval.Approvals;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.calendar.tool.TestTools;
import io.rendezvous.common.calendar.CalendarChanges;
import io.rendezvous.common.calendar.CalendarChanges.Change;
import io.rendezvous.common.command.Command;
import io.rendezvous.common.command.Report.ChangedOutside;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.Json;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.testsupport.TestDynamoDb;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A user with an account whose calendar others change, and processes that look at it. */
abstract class OutsideFixture {
  static final OutsideSettings LIMITS = limits(20, 100);

  /** A process takes whatever account is due, so each test has tables of its own. */
  final String prefix = "outside-" + UUID.randomUUID() + "-";

  final TestClock clock = new TestClock();
  final Vault vault = TestDynamoDb.vault(prefix);
  final Accounts accounts = TestAccounts.open(prefix, clock);
  final Leases leases = TestAccounts.leases(prefix, clock);
  final Looks looks = TestAccounts.looks(prefix);
  final Journal journal =
      new Journal(TestDynamoDb.client(), TestDynamoDb.settings(prefix), vault, clock);
  final Approvals approvals =
      new Approvals(
          TestDynamoDb.client(),
          TestDynamoDb.settings(prefix),
          vault,
          clock,
          new ApprovalSettings(Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofDays(30)));
  final ChangingCalendar provider = new ChangingCalendar(journal);
  final SyncTable table =
      new SyncTable(TestDynamoDb.client(), TestDynamoDb.settings(prefix), vault);
  final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  final CalendarLook look = look(LIMITS);

  final UserId ana = TestCalls.newUser();
  final Account account = connect("work");
  final CalendarId calendar = calendar(account, "main");

  OutsideFixture() {
    journal.createIfMissing();
    approvals.createIfMissing();
    table.createIfMissing();
  }

  static OutsideSettings limits(int mostTold, int mostKnown) {
    return new OutsideSettings(
        true,
        Duration.ofMinutes(5),
        Duration.ofSeconds(15),
        50,
        16,
        Duration.ofMinutes(5),
        Duration.ofHours(1),
        Duration.ofDays(1),
        mostTold,
        mostKnown);
  }

  CalendarLook look(OutsideSettings limits) {
    var outcomes = new Outcomes(new Publisher(producer, new Codec("test"), InstantSource.system()));
    var metrics = new OutsideMetrics(new SimpleMeterRegistry());
    var tools = TestTools.of(prefix, provider);
    return new CalendarLook(
        provider,
        journal,
        table,
        new Withdrawing(approvals, provider, tools, vault, outcomes, metrics),
        TestCalls.MARKS,
        vault,
        outcomes,
        metrics,
        limits,
        clock);
  }

  Account connect(String name) {
    return done(
        accounts.connect(ana, Provider.CALDAV, name, "label", List.of(), new Secret("secret")));
  }

  /** A calendar of an account, with an event. */
  CalendarId calendar(Account of, String name) {
    var id = CalendarId.of(ana, of.id(), name);
    provider.write(id, "e1", "Dentist");
    return id;
  }

  /** One process makes a round, and all looks that it begins come to their end. */
  void round() throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var accountLook = new AccountLook(provider, table, look, LIMITS, clock);
      var metrics = new OutsideMetrics(new SimpleMeterRegistry());
      new Rounds(looks, accountLook, threads, metrics, LIMITS, clock, new Random(1)).round();
    }
  }

  void nextRound() throws InterruptedException {
    clock.pass(Duration.ofMinutes(10));
    round();
  }

  Followed followed() {
    return table.of(ana, account.id()).getFirst();
  }

  /** It is in the journal that we have done this. */
  void record(Effect effect) {
    TestDynamoDb.client()
        .transactWriteItems(
            request -> request.transactItems(item -> item.put(journal.entry(ana, effect))));
  }

  List<Command> reports() {
    return producer.history().stream()
        .map(OutsideFixture::decoded)
        .filter(report -> report.user().equals(ana))
        .toList();
  }

  private static Command decoded(ProducerRecord<String, byte[]> record) {
    try {
      return Codec.decode(record.headers(), record.value(), Command.class);
    } catch (UnreadableRecord e) {
      throw new IllegalStateException("Expected a report, but found something else", e);
    }
  }

  <T extends Command> List<T> reports(Class<T> kind) {
    return reports().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** What was told, each telling by itself; a repeat is none. */
  List<CalendarChanges> told() {
    return reports(ChangedOutside.class).stream()
        .collect(
            Collectors.toMap(
                ChangedOutside::turn,
                report -> vault.open(ana, report.changes()),
                (first, again) -> first,
                LinkedHashMap::new))
        .values()
        .stream()
        .map(json -> Json.MAPPER.readValue(json, CalendarChanges.class))
        .toList();
  }

  /** What was told, as words. */
  List<String> words() {
    return told().stream()
        .flatMap(changes -> changes.changes().stream())
        .map(OutsideFixture::word)
        .toList();
  }

  private static String word(Change change) {
    return change.what() + " " + change.eventId() + " " + change.title();
  }
}
