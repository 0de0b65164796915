package io.rendezvous.systemtest.proxy;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** One answer that shall be lost: of the first request that fits, on whatever connection. */
final class Loss {
  private final IntPredicate kafkaKeys;
  private final Predicate<byte[]> pieces;
  private final AtomicBoolean taken = new AtomicBoolean();
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  private Loss(IntPredicate kafkaKeys, Predicate<byte[]> pieces) {
    this.kafkaKeys = kafkaKeys;
    this.pieces = pieces;
  }

  static Loss none() {
    return new Loss(_ -> false, _ -> false);
  }

  static Loss ofKafka(short apiKey) {
    return new Loss(key -> key == apiKey, _ -> false);
  }

  static Loss ofPiece(Predicate<byte[]> pieces) {
    return new Loss(_ -> false, pieces);
  }

  boolean takes(ByteBuffer kafkaHead) {
    return kafkaKeys.test(kafkaHead.getShort(Integer.BYTES)) && taken.compareAndSet(false, true);
  }

  boolean takes(byte[] piece) {
    return pieces.test(piece) && taken.compareAndSet(false, true);
  }

  /** Completed when the answer is lost. */
  CompletableFuture<Void> done() {
    return done;
  }
}
