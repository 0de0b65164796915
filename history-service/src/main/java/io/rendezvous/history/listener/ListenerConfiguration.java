package io.rendezvous.history.listener;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.history.log.DecisionReader;
import io.rendezvous.history.projection.HistoryTables;
import io.rendezvous.history.projection.Projection;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Wires the listener; Spring Boot makes its container from {@code spring.kafka}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetrySettings.class)
public class ListenerConfiguration {
  @Bean
  static Troubles projectionHealthIndicator(MeterRegistry meters) {
    return new Troubles(meters);
  }

  @Bean
  static ListenerMetrics listenerMetrics(
      MeterRegistry meters, KafkaListenerEndpointRegistry listeners) {
    return new ListenerMetrics(meters, listeners);
  }

  @Bean
  static ReadyMeter readyMeter(ObjectProvider<HealthEndpoint> health) {
    return new ReadyMeter(health);
  }

  @Bean
  static Startup startHealthIndicator(
      KafkaProperties kafka, HistoryTables tables, KafkaListenerEndpointRegistry listeners) {
    return new Startup(kafka.buildAdminProperties(), tables, listeners);
  }

  @Bean
  static HistoryListener historyListener(
      DecisionReader reader,
      Projection projection,
      Producer<String, byte[]> producer,
      Troubles troubles,
      ListenerMetrics metrics) {
    var publisher = new Publisher(producer, new Codec("history-service"), InstantSource.system());
    return new HistoryListener(
        reader, projection, new BadRecords(publisher, metrics), troubles, metrics);
  }

  @Bean
  static Producer<String, byte[]> deadLetterProducer(ProducerFactory<String, byte[]> producers) {
    return producers.createProducer();
  }

  /** Nothing is ever given up: what cannot be read has been set aside by the listener itself. */
  @Bean
  static CommonErrorHandler retryForEver(RetrySettings retry) {
    var pauses = new ExponentialBackOff(retry.first().toMillis(), 2);
    pauses.setMaxInterval(retry.most().toMillis());
    pauses.setJitter(retry.jitter().toMillis());
    var handler = new DefaultErrorHandler(pauses);
    handler.setClassifications(Map.of(), true);
    // The listener has told it already.
    handler.setLogLevel(KafkaException.Level.DEBUG);
    return handler;
  }

  /**
   * The marks that end the decider's transactions take offsets too: without this, lag never ends.
   */
  @Bean
  static ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>>
      commitPastTransactionMarks() {
    return container -> container.getContainerProperties().setFixTxOffsets(true);
  }

  /** Another process may have written while a partition was not ours. */
  @Bean
  static ConsumerAwareRebalanceListener forgetOnRebalance(
      Projection projection, Troubles troubles, ListenerMetrics metrics) {
    return new ConsumerAwareRebalanceListener() {
      @Override
      public void onPartitionsAssigned(
          Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        projection.forget();
      }

      @Override
      public void onPartitionsRevokedAfterCommit(
          Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
          troubles.end(partition.partition());
          metrics.lost(partition.partition());
        }
      }
    };
  }
}
