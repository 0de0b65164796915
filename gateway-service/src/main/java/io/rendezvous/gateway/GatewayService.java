package io.rendezvous.gateway;

import io.rendezvous.gateway.account.AccountConfiguration;
import io.rendezvous.gateway.action.ActionConfiguration;
import io.rendezvous.gateway.approval.ApprovalConfiguration;
import io.rendezvous.gateway.budget.BudgetConfiguration;
import io.rendezvous.gateway.calendar.CalendarConfiguration;
import io.rendezvous.gateway.conversation.ConversationConfiguration;
import io.rendezvous.gateway.health.HealthConfiguration;
import io.rendezvous.gateway.kafka.KafkaConfiguration;
import io.rendezvous.gateway.log.LogConfiguration;
import io.rendezvous.gateway.message.MessageConfiguration;
import io.rendezvous.gateway.page.PageConfiguration;
import io.rendezvous.gateway.preferences.PreferencesConfiguration;
import io.rendezvous.gateway.problem.ProblemConfiguration;
import io.rendezvous.gateway.prompt.PromptConfiguration;
import io.rendezvous.gateway.security.SecurityConfiguration;
import io.rendezvous.gateway.server.ServerConfiguration;
import io.rendezvous.gateway.stream.StreamConfiguration;
import io.rendezvous.gateway.submission.SubmissionConfiguration;
import io.rendezvous.gateway.tail.TailConfiguration;
import io.rendezvous.gateway.text.TextConfiguration;
import io.rendezvous.gateway.turn.TurnConfiguration;
import io.rendezvous.gateway.usage.UsageConfiguration;
import java.time.InstantSource;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * REST and streams for clients: the service as a process of its own, or as one context among
 * others.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ServerAutoConfiguration
@Import({
  ServerConfiguration.class,
  ProblemConfiguration.class,
  SecurityConfiguration.class,
  KafkaConfiguration.class,
  TailConfiguration.class,
  LogConfiguration.class,
  MessageConfiguration.class,
  StreamConfiguration.class,
  PreferencesConfiguration.class,
  SubmissionConfiguration.class,
  PromptConfiguration.class,
  ActionConfiguration.class,
  TurnConfiguration.class,
  ApprovalConfiguration.class,
  ConversationConfiguration.class,
  BudgetConfiguration.class,
  UsageConfiguration.class,
  CalendarConfiguration.class,
  TextConfiguration.class,
  AccountConfiguration.class,
  HealthConfiguration.class,
  PageConfiguration.class
})
public class GatewayService {
  public static void main(String[] arguments) {
    application().registerShutdownHook(true).run(arguments);
  }

  /**
   * The application, not started, without a shutdown hook; its settings are in {@code
   * gateway.yaml}.
   */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(GatewayService.class)
        .properties("spring.config.name=gateway")
        .bannerMode(Banner.Mode.OFF)
        .registerShutdownHook(false);
  }

  @Bean
  static InstantSource clock() {
    return InstantSource.system();
  }
}
