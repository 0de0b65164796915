package io.rendezvous.orchestrator.model.provider;

import io.rendezvous.common.model.ModelFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A response's body, read on one thread and within limits; closing it closes the connection. */
final class GuardedBody extends InputStream implements BodySubscriber<InputStream> {
  private final StreamLimits limits;
  private final CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final Queue<ByteBuffer> buffers = new ArrayDeque<>();
  private long bytes;
  private boolean over;

  private sealed interface Signal {
    record Bytes(List<ByteBuffer> buffers) implements Signal {}

    record End(@Nullable Throwable cause) implements Signal {}
  }

  GuardedBody(StreamLimits limits) {
    this.limits = limits;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscribed.complete(subscription);
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    signals.add(new Signal.Bytes(buffers));
  }

  @Override
  public void onError(Throwable cause) {
    signals.add(new Signal.End(cause));
  }

  @Override
  public void onComplete() {
    signals.add(new Signal.End(null));
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    while (true) {
      ByteBuffer buffer = buffers.peek();
      if (buffer == null) {
        if (over) {
          return -1;
        }
        receive();
      } else if (buffer.hasRemaining()) {
        int count = Math.min(length, buffer.remaining());
        buffer.get(target, offset, count);
        return count;
      } else {
        buffers.remove();
      }
    }
  }

  private void receive() throws IOException {
    switch (await()) {
      case Signal.Bytes(var received) -> {
        received.forEach(buffer -> bytes += buffer.remaining());
        if (bytes > limits.maxBytes()) {
          close();
          throw new LimitExceeded(ModelFailure.INCOMPLETE, "the answer is too long");
        }
        buffers.addAll(received);
        subscribed.join().request(1);
      }
      case Signal.End(var cause) -> {
        over = true;
        if (cause != null) {
          throw new IOException("the stream was cut", cause);
        }
      }
    }
  }

  private Signal await() throws IOException {
    try {
      Signal signal = signals.poll(limits.nextWait().toNanos(), TimeUnit.NANOSECONDS);
      if (signal == null) {
        close();
        throw new LimitExceeded(ModelFailure.TIMED_OUT, "the provider took too long");
      }
      return signal;
    } catch (InterruptedException e) {
      close();
      throw new InterruptedIOException("the answer is not wanted any more");
    }
  }

  @Override
  public void close() {
    over = true;
    buffers.clear();
    // Cancelling before the whole body has come closes the connection.
    var _ = subscribed.thenAccept(Flow.Subscription::cancel);
  }
}
