package io.rendezvous.common.wire;

import io.rendezvous.common.topic.Topic;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes contracts to their topics; a record counts as written when every replica in sync has it.
 */
public final class Publisher {
  private final Producer<String, byte[]> producer;
  private final Codec codec;
  private final InstantSource clock;

  /** The producer must wait for all replicas ({@code acks=all}); it is not closed here. */
  public Publisher(Producer<String, byte[]> producer, Codec codec, InstantSource clock) {
    this.producer = producer;
    this.codec = codec;
    this.clock = clock;
  }

  /**
   * Sends and returns at once, except that a full buffer or unknown metadata may block for the
   * producer's {@code max.block.ms}.
   *
   * @return done when acknowledged; fails with Kafka's exception, after which the record may or may
   *     not be there
   */
  public CompletableFuture<Void> publish(
      Topic topic, @Nullable String key, Object message, @Nullable String traceparent) {
    return send(
        codec.encode(
            topic, key, message, UUID.randomUUID().toString(), clock.instant(), traceparent));
  }

  /** As {@link #publish}, for a record that is made already. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback tells the same
  public CompletableFuture<Void> send(ProducerRecord<String, byte[]> record) {
    var written = new CompletableFuture<Void>();
    try {
      producer.send(
          record,
          (_, failure) -> {
            if (failure == null) {
              written.complete(null);
            } else {
              written.completeExceptionally(failure);
            }
          });
    } catch (RuntimeException e) {
      written.completeExceptionally(e);
    }
    return written;
  }
}
