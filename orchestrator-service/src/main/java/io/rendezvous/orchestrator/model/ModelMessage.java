package io.rendezvous.orchestrator.model;

import io.rendezvous.common.id.CallId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message of a request, in the clear. */
public sealed interface ModelMessage {
  record FromUser(String text) implements ModelMessage {}

  record FromAssistant(@Nullable String text, List<ModelToolCall> calls) implements ModelMessage {
    public FromAssistant {
      calls = List.copyOf(calls);
    }
  }

  record FromTool(CallId call, String name, String result, boolean ok) implements ModelMessage {}
}
