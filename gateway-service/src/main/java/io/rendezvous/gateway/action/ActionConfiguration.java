package io.rendezvous.gateway.action;

import io.rendezvous.common.personal.Vault;
import io.rendezvous.gateway.log.LogReader;
import io.rendezvous.gateway.preferences.UserPreferences;
import io.rendezvous.gateway.security.Ownership;
import io.rendezvous.gateway.submission.Submissions;
import io.rendezvous.gateway.tail.Tail;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Users' own actions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ActionSettings.class)
public class ActionConfiguration {
  @Bean
  static Actions actions(
      Tail tail,
      LogReader log,
      Submissions submissions,
      Ownership ownership,
      Vault vault,
      UserPreferences preferences,
      ActionSettings settings) {
    return new Actions(tail, log, submissions, ownership, vault, preferences, settings);
  }
}
