package io.rendezvous.gateway.conversation;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.gateway.log.LogReader;
import io.rendezvous.gateway.message.MessageView;
import io.rendezvous.gateway.message.Views;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.tail.Entry;
import io.rendezvous.gateway.tail.Tail;
import java.util.List;
import java.util.Optional;

/** Reads what was said, newest first. */
final class Messages {
  private final Tail tail;
  private final LogReader log;
  private final Views views;

  Messages(Tail tail, LogReader log, Views views) {
    this.tail = tail;
    this.log = log;
    this.views = views;
  }

  /**
   * One page.
   *
   * @param before the event before which it begins
   * @param tools whether what tools were asked and answered is wanted too
   */
  Page<MessageView> page(
      UserId user, ConversationId conversation, long before, int limit, boolean tools) {
    try (var following = tail.follow(conversation)) {
      if (following.last() == 0 && log.last(user, following) == 0) {
        throw Problem.notFound("conversation");
      }
      List<Entry> found =
          log.latest(user, following, before, limit + 1, entry -> isMessage(entry, tools));
      List<Entry> page = found.stream().limit(limit).toList();
      String next = found.size() > limit ? Cursor.of(page.getLast().sequence()) : null;
      return new Page<>(
          page.stream()
              .map(entry -> tools ? views.messageOrTool(user, entry) : views.message(user, entry))
              .flatMap(Optional::stream)
              .toList(),
          next);
    }
  }

  private static boolean isMessage(Entry entry, boolean tools) {
    return switch (entry.event()) {
      case Event.PromptAccepted _ -> true;
      case Event.ModelResponded responded -> responded.text() != null;
      case Event.ToolAsked _, Event.ToolSucceeded _, Event.ToolRefused _ -> tools;
      case Event.OfTurn _,
          Event.ConversationCreated _,
          Event.ApprovalRefused _,
          Event.Unrecognized _ ->
          false;
    };
  }
}
