package io.rendezvous.gateway.tail;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.topic.TopicAdmin;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.common.work.DeadLetters;
import io.rendezvous.gateway.kafka.KafkaSettings;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tail, and what feeds it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TailSettings.class)
public class TailConfiguration {
  @Bean
  static Tail tail() {
    return new Tail();
  }

  @Bean
  static TailLifecycle tailLifecycle(
      Tail tail,
      TailSettings settings,
      KafkaSettings kafka,
      OwnerMarks marks,
      Publisher publisher,
      MeterRegistry registry,
      InstantSource clock) {
    var follower =
        new TailFollower(
            tail,
            settings,
            kafka::admin,
            kafka::consumer,
            new RecordReader(marks),
            new DeadLetters(publisher, Topics.REPLY_DELTAS, "gateway"),
            new TailMetrics(registry),
            clock);
    return new TailLifecycle(tail, TopicAdmin.step(kafka.adminSettings(), Topics.ALL), follower);
  }
}
