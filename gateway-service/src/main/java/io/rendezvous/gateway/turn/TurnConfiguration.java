package io.rendezvous.gateway.turn;

import io.rendezvous.gateway.kafka.RequestLog;
import io.rendezvous.gateway.log.LogReader;
import io.rendezvous.gateway.message.Views;
import io.rendezvous.gateway.tail.Tail;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Turns as clients see them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TurnSettings.class)
@Import(TurnController.class)
public class TurnConfiguration {
  @Bean
  static Turns turns(
      Tail tail, LogReader log, Views views, RequestLog requests, TurnSettings settings) {
    return new Turns(tail, log, views, requests, settings.maxWaiting());
  }
}
