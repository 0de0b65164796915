package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.orchestrator.model.ModelMessage;
import io.rendezvous.orchestrator.model.ModelMessage.FromAssistant;
import io.rendezvous.orchestrator.model.ModelMessage.FromService;
import io.rendezvous.orchestrator.model.ModelMessage.FromTool;
import io.rendezvous.orchestrator.model.ModelMessage.FromUser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One prompt and what followed.
 *
 * @param answer what was said at the end; null where nothing was, or not yet
 * @param undone whether it was broken off and what it had done was undone
 */
record Exchange(String prompt, List<FromTool> results, @Nullable String answer, boolean undone) {
  Exchange {
    results = List.copyOf(results);
  }

  /** The exchanges of a request, oldest first; the last one is to be answered. */
  static List<Exchange> of(List<ModelMessage> messages) {
    var exchanges = new ArrayList<Exchange>();
    for (ModelMessage message : messages) {
      if (message instanceof FromUser(var text)) {
        exchanges.add(new Exchange(text, List.of(), null, false));
      } else if (!exchanges.isEmpty()) {
        exchanges.add(exchanges.removeLast().then(message));
      }
    }
    return exchanges.isEmpty() ? List.of(new Exchange("", List.of(), null, false)) : exchanges;
  }

  private Exchange then(ModelMessage message) {
    return switch (message) {
      case FromTool result -> {
        var more = new ArrayList<>(results);
        more.add(result);
        yield new Exchange(prompt, more, answer, undone);
      }
      case FromAssistant(var text, var calls) when calls.isEmpty() && text != null ->
          new Exchange(prompt, results, text, undone);
      case FromService(_, var isUndone) when isUndone ->
          new Exchange(prompt, List.of(), answer, true);
      case FromService _, FromAssistant _, FromUser _ -> this;
    };
  }
}
