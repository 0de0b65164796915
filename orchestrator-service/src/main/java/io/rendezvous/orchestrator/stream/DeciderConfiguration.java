package io.rendezvous.orchestrator.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.orchestrator.conversation.Decider;
import io.rendezvous.orchestrator.model.ModelChoice;
import java.io.File;
import java.util.function.Consumer;
import org.apache.kafka.streams.kstream.KStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/** The decider as a Spring Cloud Stream function named {@code decide}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DeciderSettings.class, RestartSettings.class})
public class DeciderConfiguration {
  @Bean
  Consumer<KStream<String, byte[]>> decide(
      ModelChoice models, OwnerMarks marks, DeciderSettings settings, MeterRegistry meters) {
    return new ConversationTopology(
        new Decider(settings.limits()),
        models.worstCase(),
        marks,
        settings,
        new DecisionMetrics(meters));
  }

  @Bean
  static Survival survival(RestartSettings settings, MeterRegistry meters) {
    return new Survival(settings, meters);
  }

  @Bean
  static StreamsBuilderFactoryBeanConfigurer surviving(Survival survival) {
    return survival::watch;
  }

  /** Tells of a disk that fills up before the decider fails for it. */
  @Bean
  static MeterBinder stateDisk(@Value("${rendezvous.orchestrator.state-dir}") File stateFolder) {
    return new DiskSpaceMetrics(stateFolder);
  }

  /** Part of readiness: {@code decider} in the settings. */
  @Bean
  static HealthIndicator deciderHealthIndicator(Survival survival) {
    return () -> (survival.isDeciding() ? Health.up() : Health.outOfService()).build();
  }
}
