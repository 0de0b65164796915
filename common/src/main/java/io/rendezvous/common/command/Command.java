package io.rendezvous.common.command;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.rendezvous.common.id.OfConversation;
import io.rendezvous.common.id.UserId;

/**
 * Something that a conversation is asked to take into account: a request of its user, or a report.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Command extends OfConversation permits Request, Report {
  UserId user();
}
