package io.rendezvous.gateway.prompt;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.gateway.budget.Budgets;
import io.rendezvous.gateway.preferences.UserPreferences;
import io.rendezvous.gateway.security.Ownership;
import io.rendezvous.gateway.submission.Submissions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Prompts come in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PromptSettings.class)
@Import(PromptController.class)
public class PromptConfiguration {
  @Bean
  static PromptRules promptRules(PromptSettings settings) {
    return new PromptRules(settings);
  }

  @Bean
  static PromptMetrics promptMetrics(MeterRegistry registry) {
    return new PromptMetrics(registry);
  }

  @Bean
  static Prompts prompts(
      Submissions submissions,
      OwnerMarks marks,
      Ownership ownership,
      Vault vault,
      JsonMapper json,
      UserPreferences preferences,
      Budgets budgets) {
    return new Prompts(submissions, marks, ownership, vault, json, preferences, budgets);
  }
}
