package io.rendezvous.calendar.embedded;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.start.Step;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the embedded calendar. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbeddedSettings.class)
public class EmbeddedConfiguration {
  @Bean
  EventItems eventItems(Vault vault) {
    return new EventItems(vault);
  }

  @Bean
  EventTable eventTable(
      DynamoDbClient tables, DynamoDbSettings database, EventItems items, EmbeddedSettings limits) {
    return new EventTable(tables, database, items, limits);
  }

  @Bean
  Journal journal(
      DynamoDbClient tables, DynamoDbSettings database, Vault vault, InstantSource clock) {
    return new Journal(tables, database, vault, clock);
  }

  @Bean
  Calendar embeddedCalendar(
      DynamoDbClient tables,
      EventTable events,
      EventItems items,
      Journal journal,
      InstantSource clock,
      EmbeddedSettings limits) {
    var writer = new EffectWriter(tables, events, items, journal);
    return new EmbeddedCalendar(events, new OncePerEffect(journal, writer, limits), clock, limits);
  }

  @Bean
  Step embeddedTables(EventTable events, Journal journal) {
    return () -> {
      events.createIfMissing();
      journal.createIfMissing();
    };
  }
}
