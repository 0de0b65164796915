package io.rendezvous.calendar.outside;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.account.Looks;
import io.rendezvous.calendar.approval.Approvals;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.calendar.tool.CalendarTools;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.start.Step;
import io.rendezvous.common.wire.Publisher;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the looking at what others change. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutsideSettings.class)
public class OutsideConfiguration {
  @Bean
  SyncTable syncTable(DynamoDbClient tables, DynamoDbSettings database, Vault vault) {
    return new SyncTable(tables, database, vault);
  }

  @Bean
  Step syncTableStep(SyncTable table) {
    return table::createIfMissing;
  }

  @Bean
  OutsideMetrics outsideMetrics(MeterRegistry meters) {
    return new OutsideMetrics(meters);
  }

  @Bean
  CalendarLook calendarLook(
      Calendar calendars,
      Journal journal,
      SyncTable table,
      Approvals approvals,
      CalendarTools tools,
      OwnerMarks marks,
      Vault vault,
      Publisher publisher,
      OutsideMetrics metrics,
      OutsideSettings limits,
      InstantSource clock) {
    var outcomes = new Outcomes(publisher);
    var withdrawing = new Withdrawing(approvals, calendars, tools, vault, outcomes, metrics);
    return new CalendarLook(
        calendars, journal, table, withdrawing, marks, vault, outcomes, metrics, limits, clock);
  }

  @Bean
  OutsideLifecycle outsideLifecycle(
      List<Step> steps,
      Looks looks,
      Calendar calendars,
      SyncTable table,
      CalendarLook look,
      OutsideMetrics metrics,
      OutsideSettings limits,
      InstantSource clock) {
    var threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("outside-", 0).factory());
    var accounts = new AccountLook(calendars, table, look, limits, clock);
    var rounds = new Rounds(looks, accounts, threads, metrics, limits, clock, new Random());
    return new OutsideLifecycle(steps, rounds, threads, limits);
  }
}
