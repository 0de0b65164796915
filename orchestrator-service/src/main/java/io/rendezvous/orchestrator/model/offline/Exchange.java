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
 */
record Exchange(String prompt, List<FromTool> results, @Nullable String answer) {
  Exchange {
    results = List.copyOf(results);
  }

  /** The exchanges of a request, oldest first; the last one is to be answered. */
  static List<Exchange> of(List<ModelMessage> messages) {
    var exchanges = new ArrayList<Exchange>();
    for (ModelMessage message : messages) {
      if (message instanceof FromUser(var text)) {
        exchanges.add(new Exchange(text, List.of(), null));
      } else if (!exchanges.isEmpty()) {
        exchanges.add(exchanges.removeLast().then(message));
      }
    }
    return exchanges.isEmpty() ? List.of(new Exchange("", List.of(), null)) : exchanges;
  }

  private Exchange then(ModelMessage message) {
    return switch (message) {
      case FromTool result -> {
        var more = new ArrayList<>(results);
        more.add(result);
        yield new Exchange(prompt, more, answer);
      }
      case FromAssistant(var text, var calls) when calls.isEmpty() && text != null ->
          new Exchange(prompt, results, text);
      case FromService(_, var taken) -> new Exchange(prompt, taken ? List.of() : results, answer);
      case FromAssistant _, FromUser _ -> this;
    };
  }
}
