package io.rendezvous.orchestrator.model;

import static java.util.Objects.requireNonNullElseGet;

import io.rendezvous.common.model.FailedTry;
import io.rendezvous.common.model.Usage;
import java.time.Duration;
import java.util.function.Consumer;

/** A model that can be asked, and what guards it. */
record Candidate(ServingModel name, ChatModel model, Guard guard) {
  /**
   * Asks it.
   *
   * @throws ModelException if it was passed over, or gave no whole answer
   */
  ModelReply answer(ModelRequest request, Permit permit, Consumer<String> text)
      throws ModelException {
    guard.enter();
    long began = System.nanoTime();
    try {
      permit.take(name);
      ModelReply reply = model.answer(request, text);
      guard.answered(since(began));
      return reply;
    } catch (ModelException failure) {
      guard.failed(since(began), failure);
      throw failure;
    } catch (RuntimeException noFailureOfIts) {
      guard.left();
      throw noFailureOfIts;
    }
  }

  /** What is kept of a failed try that began then. */
  FailedTry failed(ModelException failure, long beganNanos) {
    return new FailedTry(
        failure.reason(),
        requireNonNullElseGet(
            failure.usage(),
            () ->
                new Usage(
                    name.provider(),
                    name.model(),
                    0,
                    0,
                    0,
                    0,
                    false,
                    since(beganNanos).toMillis())));
  }

  private static Duration since(long beganNanos) {
    return Duration.ofNanos(System.nanoTime() - beganNanos);
  }
}
