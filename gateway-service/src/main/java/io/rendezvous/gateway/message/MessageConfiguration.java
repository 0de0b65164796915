package io.rendezvous.gateway.message;

import io.rendezvous.common.personal.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What clients see of events. */
@Configuration(proxyBeanMethods = false)
public class MessageConfiguration {
  @Bean
  static Views views(Vault vault, JsonMapper json) {
    return new Views(vault, json);
  }
}
