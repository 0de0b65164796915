package io.rendezvous.common.tool;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OfConversation;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import java.time.Instant;

/**
 * One tool call; written by the decider to the topic of the tool's service. It is carried out even
 * when its turn has ended meanwhile, and reported once.
 *
 * @param arguments JSON inside, as the model wrote it
 * @param askedAt the decider's time, the "now" of the call
 */
@JsonTypeName("tool.call")
public record ToolCall(
    UserId user,
    CallId call,
    AskId ask,
    String name,
    Personal arguments,
    Preferences preferences,
    Instant askedAt)
    implements OfConversation {
  public ToolCall {
    requireNonNull(user, "user");
    requireNonNull(call, "call");
    requireNonNull(ask, "ask");
    requireNonNull(name, "name");
    requireNonNull(arguments, "arguments");
    requireNonNull(preferences, "preferences");
    requireNonNull(askedAt, "askedAt");
  }

  @Override
  public ConversationId conversation() {
    return call.conversation();
  }
}
