package io.rendezvous.gateway.health;

import io.rendezvous.gateway.tail.Tail;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Whether this gateway can serve. */
@Configuration(proxyBeanMethods = false)
@Import(HealthzController.class)
public class HealthConfiguration {
  @Bean
  static HealthIndicator tailHealthIndicator(Tail tail) {
    return () -> (tail.ready() ? Health.up() : Health.outOfService()).build();
  }
}
