package io.rendezvous.gateway.health;

import io.rendezvous.gateway.tail.Tail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
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
  static ReadyMeter readyMeter(ObjectProvider<HealthEndpoint> health) {
    return new ReadyMeter(health);
  }

  @Bean
  static HealthIndicator tailHealthIndicator(Tail tail) {
    return () -> (tail.ready() ? Health.up() : Health.outOfService()).build();
  }
}
