package io.rendezvous.gateway.kafka;

import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.Publisher;
import java.time.InstantSource;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is written to the log: users' requests, and what could not be read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaSettings.class, PublishSettings.class})
public class KafkaConfiguration {
  /** Closing it writes what is still on its way, within the producer's own limit. */
  @Bean(destroyMethod = "close")
  static Producer<String, byte[]> producer(KafkaSettings kafka, PublishSettings settings) {
    return kafka.producer(settings);
  }

  @Bean
  static Publisher publisher(Producer<String, byte[]> producer, InstantSource clock) {
    return new Publisher(producer, new Codec("gateway"), clock);
  }

  @Bean
  static RequestLog requestLog(Publisher publisher, PublishSettings settings) {
    return new RequestLog(publisher, settings);
  }
}
