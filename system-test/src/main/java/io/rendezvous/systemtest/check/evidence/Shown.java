package io.rendezvous.systemtest.check.evidence;

import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the gateway shows one user, each as the answer had it.
 *
 * @param turns those that the user knows of and the gateway does
 * @param messages of the user's conversations, all together
 */
public record Shown(
    UserId user,
    Map<TurnId, JsonNode> turns,
    List<JsonNode> conversations,
    List<JsonNode> messages,
    List<JsonNode> calendar) {
  public Shown {
    turns = Map.copyOf(turns);
    conversations = List.copyOf(conversations);
    messages = List.copyOf(messages);
    calendar = List.copyOf(calendar);
  }
}
