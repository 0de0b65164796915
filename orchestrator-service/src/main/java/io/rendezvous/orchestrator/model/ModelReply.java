package io.rendezvous.orchestrator.model;

import io.rendezvous.common.model.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole answer. */
public record ModelReply(@Nullable String text, List<ModelToolCall> calls, Usage usage) {
  public ModelReply {
    calls = List.copyOf(calls);
  }

  /** The same with another text, where it has one. */
  ModelReply saying(String other) {
    return text == null ? this : new ModelReply(other, calls, usage);
  }

  /** The same with more text at its end. */
  ModelReply followedBy(String more) {
    return new ModelReply(text == null ? more : text + more, calls, usage);
  }
}
