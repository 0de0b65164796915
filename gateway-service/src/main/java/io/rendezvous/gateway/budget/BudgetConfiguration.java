package io.rendezvous.gateway.budget;

import io.rendezvous.gateway.log.UsageTable;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Prompts take along what their users may spend. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BudgetSettings.class)
public class BudgetConfiguration {
  @Bean
  static Budgets budgets(BudgetSettings settings, UsageTable usage, InstantSource clock) {
    return new Budgets(settings, usage, clock);
  }
}
