package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.id.CallId;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.common.model.ChatMessage.AssistantSaid;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import java.util.ArrayList;
import java.util.List;

/** What every provider demands of the messages of a request. */
final class Acceptable {
  private Acceptable() {}

  /** What a provider would refuse; nothing where all take it. */
  static List<String> flaws(List<ChatMessage> messages) {
    var flaws = new ArrayList<String>();
    List<CallId> awaited = List.of();
    for (ChatMessage message : messages) {
      if (message instanceof ToolAnswered answer) {
        if (awaited.isEmpty() || !awaited.getFirst().equals(answer.call())) {
          flaws.add("an answer to a call that was not just made: " + answer.call());
        } else {
          awaited = awaited.subList(1, awaited.size());
        }
        continue;
      }
      awaited.forEach(call -> flaws.add("no answer to " + call));
      awaited = message instanceof AssistantSaid said ? said.callIds() : List.of();
    }
    awaited.forEach(call -> flaws.add("no answer to " + call));
    if (messages.isEmpty() || messages.getLast() instanceof AssistantSaid) {
      flaws.add("nothing to answer");
    }
    if (messages.isEmpty() || !(messages.getFirst() instanceof UserSaid)) {
      flaws.add("begins with no prompt");
    }
    return flaws;
  }
}
