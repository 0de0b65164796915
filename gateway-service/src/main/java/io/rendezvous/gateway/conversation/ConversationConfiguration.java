package io.rendezvous.gateway.conversation;

import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.gateway.kafka.RequestLog;
import io.rendezvous.gateway.log.ConversationTable;
import io.rendezvous.gateway.log.LogReader;
import io.rendezvous.gateway.message.Views;
import io.rendezvous.gateway.security.Ownership;
import io.rendezvous.gateway.tail.Tail;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Conversations: created, listed, read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConversationSettings.class)
@Import(ConversationController.class)
public class ConversationConfiguration {
  @Bean
  static Creation creation(
      Tail tail,
      ConversationTable table,
      RequestLog requests,
      OwnerMarks marks,
      Vault vault,
      ConversationSettings settings,
      InstantSource clock) {
    return new Creation(tail, table, requests, marks, vault, settings, clock);
  }

  @Bean
  static Conversations conversations(
      Tail tail, ConversationTable table, Views views, Ownership ownership) {
    return new Conversations(tail, table, views, ownership);
  }

  @Bean
  static Messages messages(Tail tail, LogReader log, Views views) {
    return new Messages(tail, log, views);
  }
}
