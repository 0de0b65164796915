package io.rendezvous.common.command;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.UserId;

/**
 * Something that a conversation is asked to take into account: a request of its user, or a report.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Command permits Request, Report {
  UserId user();

  ConversationId conversation();
}
