package io.rendezvous.orchestrator;

import io.rendezvous.common.id.OwnerMarks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** What both halves of the service need: the topics, and the marks of owners. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdSettings.class)
class OrchestratorConfiguration {
  @Bean
  OwnerMarks ownerMarks(IdSettings settings) {
    return settings.marks();
  }

  @Bean
  static StreamsLag streamsLag(ObjectProvider<StreamsBuilderFactoryBean> streams) {
    return new StreamsLag(streams);
  }

  @Bean
  static ReadyMeter readyMeter(ObjectProvider<HealthEndpoint> health) {
    return new ReadyMeter(health);
  }

  @Bean
  TopicsFirst topicsFirst(
      ApplicationContext context,
      @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers) {
    return new TopicsFirst(context, bootstrapServers);
  }
}
