package io.rendezvous.systemtest.load.baseline;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.topic.Topics;
import io.rendezvous.systemtest.load.measure.Latency;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * One pass through the smallest exactly-once topology with a state, with the product's own Streams
 * settings: in, one write to the store, out, committed.
 */
public final class StreamsPass {
  private static final String IN = "bench-pass-in";
  private static final String OUT = "bench-pass-out";
  private static final String STORE = "seen";

  private StreamsPass() {}

  public static Latency measure(String bootstrapServers, Path folder, int warmUp, int samples)
      throws InterruptedException, ExecutionException {
    int partitions = Topics.CONVERSATION_PARTITIONS;
    var probe = new Probe(bootstrapServers);
    probe.createTopics(partitions, IN, OUT);
    Properties settings = ProductSettings.ofStreams();
    settings.put("application.id", "bench-pass");
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("state.dir", folder.toString());
    settings.put("consumer.group.instance.id", "bench");
    try (var streams = new KafkaStreams(topology(), settings)) {
      streams.start();
      return probe.measure(IN, OUT, partitions, warmUp, samples);
    }
  }

  private static Topology topology() {
    var topology = new Topology();
    topology.addSource("in", IN);
    topology.addProcessor("pass", new Passing(), "in");
    topology.addSink("out", OUT, "pass");
    return topology;
  }

  private static final class Passing implements ProcessorSupplier<String, byte[], String, byte[]> {
    @Override
    public Processor<String, byte[], String, byte[]> get() {
      return new Pass();
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return Set.of(
          Stores.keyValueStoreBuilder(
              Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray()));
    }
  }

  private static final class Pass extends ContextualProcessor<String, byte[], String, byte[]> {
    @Override
    public void process(Record<String, byte[]> record) {
      @Nullable KeyValueStore<String, byte[]> store = context().getStateStore(STORE);
      requireNonNull(store, STORE).put(record.key(), record.value());
      context().forward(record);
      // As the product does where decisions come alone.
      context().commit();
    }
  }
}
