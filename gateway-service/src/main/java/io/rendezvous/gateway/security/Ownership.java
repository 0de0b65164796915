package io.rendezvous.gateway.security;

import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.gateway.problem.Problem;

/** Reads ids as clients write them; what is malformed or somebody else's does not exist. */
public final class Ownership {
  private final OwnerMarks marks;

  Ownership(OwnerMarks marks) {
    this.marks = marks;
  }

  /**
   * The conversation that holds what a user does to her calendars without a model; it is no
   * conversation to her, but for its turns.
   */
  public ConversationId direct(UserId user) {
    return marks.direct(user);
  }

  public ConversationId conversation(UserId user, String id) {
    try {
      var conversation = owned(user, new ConversationId(id));
      if (conversation.equals(direct(user))) {
        throw Problem.notFound("conversation");
      }
      return conversation;
    } catch (IllegalArgumentException malformed) {
      throw Problem.notFound("conversation");
    }
  }

  public TurnId turn(UserId user, String id) {
    try {
      var turn = new TurnId(id);
      owned(user, turn.conversation());
      return turn;
    } catch (IllegalArgumentException malformed) {
      throw Problem.notFound("turn");
    }
  }

  public ApprovalId approval(UserId user, String id) {
    try {
      var approval = new ApprovalId(id);
      owned(user, approval.conversation());
      return approval;
    } catch (IllegalArgumentException malformed) {
      throw Problem.notFound("approval");
    }
  }

  private ConversationId owned(UserId user, ConversationId conversation) {
    if (!marks.owns(user, conversation)) {
      throw new IllegalArgumentException("Expected a conversation of " + user);
    }
    return conversation;
  }
}
