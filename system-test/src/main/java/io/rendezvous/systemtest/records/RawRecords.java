package io.rendezvous.systemtest.records;

import io.rendezvous.common.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes any record to a topic of a running product, and existing ones again. */
public final class RawRecords implements AutoCloseable {
  private static final Duration READ_LIMIT = Duration.ofSeconds(30);

  private final KafkaProducer<String, byte[]> producer;
  private final TopicReader reader;

  private RawRecords(String servers, CompressionType compression) {
    this.reader = TopicReader.of(servers);
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                servers,
                "compression.type",
                compression.name,
                // What a topic does not take shall be refused by the broker, not by this producer.
                "max.request.size",
                2 * Topics.MAX_RECORD_BYTES),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  public static RawRecords to(String bootstrapServers) {
    return new RawRecords(bootstrapServers, CompressionType.NONE);
  }

  /** What is large only once it is read: the broker's limits are on compressed batches. */
  public static RawRecords compressedTo(String bootstrapServers) {
    return new RawRecords(bootstrapServers, CompressionType.GZIP);
  }

  /**
   * Writes it and waits for the broker.
   *
   * @throws ExecutionException if the broker refuses
   */
  public RecordPlace write(RawRecord record) throws ExecutionException, InterruptedException {
    return RecordPlace.of(producer.send(record.toSend()).get());
  }

  /** Writes a record that stands there once more, at the end of the same partition. */
  public RecordPlace repeat(RecordPlace place) throws ExecutionException, InterruptedException {
    return write(RawRecord.copyOf(reader.at(place, READ_LIMIT)).to(place.partition()));
  }

  /** Writes all of these records once more, in an order that the seed decides. */
  public List<RecordPlace> repeatShuffled(List<RecordPlace> places, long seed)
      throws ExecutionException, InterruptedException {
    var shuffled = new ArrayList<>(places);
    Collections.shuffle(shuffled, new Random(seed));
    var written = new ArrayList<RecordPlace>();
    for (RecordPlace place : shuffled) {
      written.add(repeat(place));
    }
    return written;
  }

  @Override
  public void close() {
    producer.close();
  }
}
