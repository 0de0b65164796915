package io.rendezvous.gateway.kafka;

import io.rendezvous.common.command.Request;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Writes users' requests to {@code prompts}. */
public final class RequestLog {
  private final Publisher publisher;
  private final PublishSettings settings;

  RequestLog(Publisher publisher, PublishSettings settings) {
    this.publisher = publisher;
    this.settings = settings;
  }

  /** Returns when the request is in the log. See {@link #await} for what it throws. */
  public void publish(Request request, @Nullable String traceparent) {
    long start = System.nanoTime();
    await(send(request, traceparent), start);
  }

  /** Sends; may block as {@link Publisher#publish} does. */
  public CompletableFuture<Void> send(Request request, @Nullable String traceparent) {
    return publisher.publish(Topics.PROMPTS, request.conversation().value(), request, traceparent);
  }

  /**
   * Returns when the broker has acknowledged.
   *
   * @throws Problem 503 if it has not in time; the request may land all the same
   */
  public void await(CompletableFuture<Void> sent, long startNanos) {
    Duration left = settings.timeout().minusNanos(System.nanoTime() - startNanos);
    try {
      sent.get(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    }
  }

  private Problem unavailable(Exception cause) {
    return Problem.of(
            ProblemCode.LOG_UNAVAILABLE,
            "The request could not be recorded; send it again with the same key.",
            cause)
        .retryAfter(settings.retryAfter());
  }
}
