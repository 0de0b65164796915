package io.rendezvous.orchestrator.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.orchestrator.conversation.Decider;
import java.util.function.Consumer;
import org.apache.kafka.streams.kstream.KStream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The decider as a Spring Cloud Stream function named {@code decide}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeciderSettings.class)
public class DeciderConfiguration {
  @Bean
  Consumer<KStream<String, byte[]>> decide(
      OwnerMarks marks, DeciderSettings settings, MeterRegistry meters) {
    return new ConversationTopology(
        new Decider(settings.limits()), marks, settings, new DecisionMetrics(meters));
  }
}
