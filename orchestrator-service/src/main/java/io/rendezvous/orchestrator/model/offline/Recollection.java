package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.orchestrator.model.ModelMessage;
import io.rendezvous.orchestrator.model.ModelRequest;
import java.util.List;

/**
 * A summary by rule: what was said last and what tools answered, word by word, as far as it goes.
 */
final class Recollection {
  private static final int CHARACTERS = 3_000;

  private Recollection() {}

  static Step of(ModelRequest asked) {
    var kept = new StringBuilder();
    for (String line : transcript(asked).lines().toList().reversed()) {
      if (kept.length() + line.length() > CHARACTERS) {
        break;
      }
      kept.insert(0, line + '\n');
    }
    return new Step.Say(kept.isEmpty() ? "…" : kept.toString());
  }

  private static String transcript(ModelRequest asked) {
    List<ModelMessage> messages = asked.messages();
    return messages.getLast() instanceof ModelMessage.FromUser(var text) ? text : "";
  }
}
