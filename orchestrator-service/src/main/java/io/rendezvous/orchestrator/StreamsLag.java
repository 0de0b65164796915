package io.rendezvous.orchestrator;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.rendezvous.common.metric.ConsumerLag;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** Shows how many commands are before the decider; its streams are made after the meters. */
final class StreamsLag implements MeterBinder {
  private static final String GROUP = "orchestrator";

  private final ObjectProvider<StreamsBuilderFactoryBean> streams;

  StreamsLag(ObjectProvider<StreamsBuilderFactoryBean> streams) {
    this.streams = streams;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    ConsumerLag.show(meters, GROUP, this::lag);
  }

  private long lag() {
    return streams.stream()
        .map(StreamsBuilderFactoryBean::getKafkaStreams)
        .filter(running -> running != null)
        .mapToLong(running -> ConsumerLag.of(running.metrics()))
        .sum();
  }
}
