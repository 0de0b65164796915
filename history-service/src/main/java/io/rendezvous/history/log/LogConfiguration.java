package io.rendezvous.history.log;

import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.personal.SecretKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Wires the reader, with the key that tells whose a conversation is. */
@Configuration(proxyBeanMethods = false)
public class LogConfiguration {
  private static final String ID_KEY = "rendezvous.secrets.id-key";

  @Bean
  static DecisionReader decisionReader(Environment environment) {
    return new DecisionReader(
        new OwnerMarks(SecretKeys.decode(ID_KEY, environment.getProperty(ID_KEY))));
  }
}
