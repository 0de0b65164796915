package io.rendezvous.common.id;

/** Something about one conversation, whose id is the key of the record that carries it. */
public interface OfConversation {
  ConversationId conversation();
}
