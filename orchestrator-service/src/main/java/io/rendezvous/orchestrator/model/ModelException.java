package io.rendezvous.orchestrator.model;

import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.Usage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** No whole answer; carries the reason and, where the provider said so, how long to wait. */
public final class ModelException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ModelFailure reason;
  private final @Nullable Duration retryAfter;
  private final transient @Nullable Usage usage;

  /** The message has neither personal text, nor a key, nor an address. */
  public ModelException(
      ModelFailure reason,
      String message,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    this(reason, message, retryAfter, null, cause);
  }

  /** As above, for a failure that was paid for. */
  public ModelException(
      ModelFailure reason,
      @Nullable String message,
      @Nullable Duration retryAfter,
      @Nullable Usage usage,
      @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.retryAfter = retryAfter;
    this.usage = usage;
  }

  /** Nobody wants the answer any more; the thread stays interrupted. */
  public static ModelException stopped() {
    Thread.currentThread().interrupt();
    return new ModelException(ModelFailure.STOPPED, "it was stopped", null, null);
  }

  /** The same, with what was paid for it. */
  public ModelException costing(Usage paid) {
    return new ModelException(reason, getMessage(), retryAfter, paid, getCause());
  }

  public ModelFailure reason() {
    return reason;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  public @Nullable Usage usage() {
    return usage;
  }
}
