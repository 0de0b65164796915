package io.rendezvous.orchestrator.model;

import io.rendezvous.common.id.CallId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message of a request, in the clear. */
public sealed interface ModelMessage {
  /** How much text it is. */
  int characters();

  record FromUser(String text) implements ModelMessage {
    @Override
    public int characters() {
      return text.length();
    }
  }

  /**
   * What happened between prompts, told by us: providers take it as the user's.
   *
   * @param undone whether it tells that what the request before had done was undone
   */
  record FromService(String text, boolean undone) implements ModelMessage {
    @Override
    public int characters() {
      return text.length();
    }
  }

  record FromAssistant(@Nullable String text, List<ModelToolCall> calls) implements ModelMessage {
    public FromAssistant {
      calls = List.copyOf(calls);
    }

    @Override
    public int characters() {
      int said = text == null ? 0 : text.length();
      return said + calls.stream().mapToInt(call -> call.arguments().length()).sum();
    }
  }

  record FromTool(CallId call, String name, String result, boolean ok) implements ModelMessage {
    @Override
    public int characters() {
      return result.length();
    }
  }
}
