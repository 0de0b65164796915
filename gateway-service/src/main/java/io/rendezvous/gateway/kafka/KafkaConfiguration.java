package io.rendezvous.gateway.kafka;

import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.Publisher;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The producer of users' requests. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaSettings.class, PublishSettings.class})
public class KafkaConfiguration {
  @Bean(destroyMethod = "close")
  static RequestLog requestLog(KafkaSettings kafka, PublishSettings settings, InstantSource clock) {
    var producer = kafka.producer(settings);
    return new RequestLog(producer, new Publisher(producer, new Codec("gateway"), clock), settings);
  }
}
