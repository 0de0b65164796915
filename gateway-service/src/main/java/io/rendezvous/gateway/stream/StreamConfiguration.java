package io.rendezvous.gateway.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.gateway.log.LogReader;
import io.rendezvous.gateway.message.Views;
import io.rendezvous.gateway.tail.Tail;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Streams to clients. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamSettings.class)
@Import(EventsController.class)
public class StreamConfiguration {
  @Bean
  static Streams streams(
      Tail tail,
      LogReader reader,
      Views views,
      StreamSettings settings,
      MeterRegistry registry,
      JsonMapper json,
      InstantSource clock) {
    var open = new OpenStreams(registry, settings.maxPerUser());
    return new Streams(tail, reader, views, open, settings, json, clock);
  }
}
