package io.rendezvous.gateway.message;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.gateway.message.MessageView.Role;
import io.rendezvous.gateway.tail.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Opens events for the user whose they are. */
public final class Views {
  private final Vault vault;
  private final JsonMapper json;

  Views(Vault vault, JsonMapper json) {
    this.vault = vault;
    this.json = json;
  }

  public String open(UserId user, Personal text) {
    return vault.open(user, text);
  }

  /** The message that an event is, if it is one. */
  public Optional<MessageView> message(UserId user, Entry entry) {
    return switch (entry.event()) {
      case Event.PromptAccepted(var turn, var text, var audio, _, _, _) ->
          Optional.of(
              MessageView.said(
                  turn + ".user",
                  turn,
                  Role.USER,
                  open(user, text),
                  audio == null ? null : open(user, audio),
                  entry.at()));
      case Event.ModelResponded(var turn, var round, _, _, var text, _, _, _) when text != null ->
          Optional.of(
              MessageView.said(
                  turn + ".assistant." + round,
                  turn,
                  Role.ASSISTANT,
                  open(user, text),
                  null,
                  entry.at()));
      case Event.OfTurn _,
          Event.ConversationCreated _,
          Event.ApprovalRefused _,
          Event.Unrecognized _ ->
          Optional.empty();
    };
  }

  /** As {@link #message}, and what tools were asked and answered. */
  public Optional<MessageView> messageOrTool(UserId user, Entry entry) {
    return switch (entry.event()) {
      case Event.ToolAsked asked -> Optional.of(tool(".asked", started(user, asked), entry));
      case Event.ToolSucceeded done -> Optional.of(tool(".answered", finished(user, done), entry));
      case Event.ToolRefused refused ->
          Optional.of(tool(".answered", finished(user, refused), entry));
      case Event.OfTurn _,
          Event.ConversationCreated _,
          Event.ApprovalRefused _,
          Event.Unrecognized _ ->
          message(user, entry);
    };
  }

  private static MessageView tool(String suffix, ToolCallView call, Entry entry) {
    return new MessageView(
        call.callId() + suffix,
        call.callId().turn(),
        Role.TOOL,
        null,
        null,
        call.name(),
        call.arguments(),
        call.ok(),
        call.summary(),
        entry.at());
  }

  public ToolCallView started(UserId user, Event.ToolAsked asked) {
    var sealed = asked.arguments();
    Object arguments = sealed == null ? null : parsed(open(user, sealed));
    return new ToolCallView(asked.call(), asked.name(), arguments, null, null, null);
  }

  public ToolCallView finished(UserId user, Event.ToolSucceeded done) {
    String summary = ToolSummary.of(open(user, done.result()));
    return new ToolCallView(done.call(), done.name(), null, true, summary, onlyIf(done.late()));
  }

  public ToolCallView finished(UserId user, Event.ToolRefused refused) {
    var message = refused.message();
    String summary =
        message == null ? refused.reason().name() : ToolSummary.of(open(user, message));
    return new ToolCallView(
        refused.call(), refused.name(), null, false, summary, onlyIf(refused.late()));
  }

  /** What the user is asked to approve. */
  public Object summary(UserId user, Event.ApprovalRequested requested) {
    return parsed(open(user, requested.summary()));
  }

  /** What others have changed on the user's calendars. */
  public Object changes(UserId user, Event.CalendarChanged changed) {
    return parsed(open(user, changed.changes()));
  }

  private static @Nullable Boolean onlyIf(boolean late) {
    return late ? true : null;
  }

  private Object parsed(String text) {
    try {
      return json.readTree(text);
    } catch (JacksonException notJson) {
      return text;
    }
  }
}
