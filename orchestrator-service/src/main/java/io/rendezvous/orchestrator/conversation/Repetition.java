package io.rendezvous.orchestrator.conversation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.common.model.ChatMessage.AssistantSaid;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.tool.ToolFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call with its result, as often as a turn has it. */
record Repetition(
    String tool, String arguments, @Nullable String result, @Nullable ToolFailure failure) {

  /** How often the most repeated call of this turn had the same arguments and the same result. */
  static long most(List<ChatMessage> messages, TurnId turn) {
    Map<CallId, ToolRequest> requests = new HashMap<>();
    List<Repetition> done = new ArrayList<>();
    for (ChatMessage message : messages) {
      if (message instanceof AssistantSaid said && said.turn().equals(turn)) {
        for (int i = 0; i < said.calls().size(); i++) {
          requests.put(CallId.of(turn, said.round(), i), said.calls().get(i));
        }
      } else if (message instanceof ToolAnswered answer && requests.containsKey(answer.call())) {
        done.add(of(requests.get(answer.call()), answer));
      }
    }
    return done.stream().collect(groupingBy(call -> call, counting())).values().stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  private static Repetition of(ToolRequest request, ToolAnswered answer) {
    return new Repetition(
        request.name(),
        request.arguments().digest(),
        answer.result() == null ? null : answer.result().digest(),
        answer.failure());
  }
}
