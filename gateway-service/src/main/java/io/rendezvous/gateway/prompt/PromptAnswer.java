package io.rendezvous.gateway.prompt;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;

/** What a client is told of a prompt that was taken. */
record PromptAnswer(TurnId turnId, ConversationId conversationId, String status) {
  static PromptAnswer accepted(TurnId turn) {
    return new PromptAnswer(turn, turn.conversation(), "accepted");
  }
}
