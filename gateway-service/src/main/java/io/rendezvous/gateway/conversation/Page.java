package io.rendezvous.gateway.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list; {@code nextCursor} is null after the last one. */
record Page<T>(
    List<T> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {
  Page {
    items = List.copyOf(items);
  }
}
