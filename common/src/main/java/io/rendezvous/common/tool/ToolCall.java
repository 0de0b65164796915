package io.rendezvous.common.tool;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OfConversation;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One tool call; written by the decider to the topic of the tool's service. It is carried out even
 * when its turn has ended meanwhile, and reported once.
 *
 * @param arguments JSON inside, as the model or the user's client wrote it; null for a rollback
 *     alone
 * @param askedAt the decider's time, the "now" of the call; the same where it is sent again
 * @param origin who is behind it; a model in the records of earlier versions
 * @param approval which the user has given; null where she was not asked
 */
@JsonTypeName("tool.call")
public record ToolCall(
    UserId user,
    CallId call,
    AskId ask,
    String name,
    @Nullable Personal arguments,
    Preferences preferences,
    Instant askedAt,
    Origin origin,
    @Nullable ApprovalId approval)
    implements OfConversation {
  public ToolCall {
    requireNonNull(user, "user");
    requireNonNull(call, "call");
    requireNonNull(ask, "ask");
    requireNonNull(name, "name");
    requireNonNull(preferences, "preferences");
    requireNonNull(askedAt, "askedAt");
    origin = requireNonNullElse(origin, Origin.MODEL);
  }

  /** A model's call that needs no approval. */
  public ToolCall(
      UserId user,
      CallId call,
      AskId ask,
      String name,
      Personal arguments,
      Preferences preferences,
      Instant askedAt) {
    this(user, call, ask, name, arguments, preferences, askedAt, Origin.MODEL, null);
  }

  @Override
  public ConversationId conversation() {
    return call.conversation();
  }
}
