package io.rendezvous.common.work;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OfConversation;

@JsonTypeName("test.task")
record Task(ConversationId conversation, String name) implements OfConversation {}
