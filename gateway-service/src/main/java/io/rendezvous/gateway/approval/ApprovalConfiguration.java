package io.rendezvous.gateway.approval;

import io.rendezvous.gateway.kafka.RequestLog;
import io.rendezvous.gateway.log.ConversationTable;
import io.rendezvous.gateway.log.LogReader;
import io.rendezvous.gateway.message.Views;
import io.rendezvous.gateway.tail.Tail;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What waits for users, and their word on it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApprovalSettings.class)
@Import(ApprovalController.class)
public class ApprovalConfiguration {
  @Bean
  static PendingList pendingApprovals(
      Tail tail,
      ConversationTable table,
      LogReader log,
      Views views,
      ApprovalSettings settings,
      InstantSource clock) {
    return new PendingList(tail, table, log, views, settings, clock);
  }

  @Bean
  static Deciding deciding(
      Tail tail, LogReader log, RequestLog requests, ApprovalSettings settings) {
    return new Deciding(tail, log, requests, settings);
  }
}
