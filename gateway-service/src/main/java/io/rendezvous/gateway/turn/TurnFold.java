package io.rendezvous.gateway.turn;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.event.TurnStatus;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.gateway.message.ToolCallView;
import io.rendezvous.gateway.message.Views;
import io.rendezvous.gateway.tail.Entry;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds a turn's events into what clients see of it. */
final class TurnFold {
  private final UserId user;
  private final Views views;
  private final Map<CallId, ToolCallView> calls = new LinkedHashMap<>();
  private final Set<ApprovalId> awaited = new HashSet<>();
  private @Nullable Personal answer;
  private @Nullable Usage usage;
  private @Nullable TurnEndReason reason;
  private @Nullable Instant endedAt;

  private TurnFold(UserId user, Views views) {
    this.user = user;
    this.views = views;
  }

  /** The view of a turn with at least one event. */
  static TurnView view(UserId user, Views views, TurnId turn, List<Entry> events) {
    var fold = new TurnFold(user, views);
    events.forEach(fold::see);
    return fold.view(turn, events.getFirst().at());
  }

  private void see(Entry entry) {
    switch (entry.event()) {
      case Event.ModelResponded responded -> {
        answer = responded.text();
        responded.paid().forEach(this::add);
      }
      case Event.OfModel other -> other.paid().forEach(this::add);
      case Event.ToolAsked asked -> calls.put(asked.call(), views.started(user, asked));
      case Event.ToolSucceeded done -> finish(views.finished(user, done));
      case Event.ToolRefused refused -> finish(views.finished(user, refused));
      case Event.TurnEnded(_, var why) -> {
        reason = why;
        endedAt = entry.at();
      }
      case Event.ApprovalRequested requested -> awaited.add(requested.approval());
      case Event.ApprovalDecided decided -> awaited.remove(decided.approval());
      case Event.ApprovalWithdrawn withdrawn -> awaited.remove(withdrawn.approval());
      case Event.PromptAccepted _,
          Event.ActionAccepted _,
          Event.PromptRefused _,
          Event.TurnStarted _,
          Event.ModelAsked _,
          Event.SummaryAsked _,
          Event.RollbackStarted _,
          Event.RollbackGaveUp _,
          Event.ApprovalRefused _,
          Event.CalendarChanged _,
          Event.ConversationCreated _,
          Event.Unrecognized _ -> {}
    }
  }

  private void finish(ToolCallView done) {
    var asked = calls.get(done.callId());
    Object arguments = asked == null ? null : asked.arguments();
    calls.put(
        done.callId(),
        new ToolCallView(
            done.callId(), done.name(), arguments, done.ok(), done.summary(), done.late()));
  }

  private void add(Usage more) {
    usage = usage == null ? more : usage.plus(more);
  }

  private TurnStatus status() {
    if (reason != null) {
      return reason.status();
    }
    return awaited.isEmpty() ? TurnStatus.RUNNING : TurnStatus.AWAITING_APPROVAL;
  }

  private TurnView view(TurnId turn, Instant startedAt) {
    boolean answered = reason == TurnEndReason.ANSWERED;
    return new TurnView(
        turn,
        turn.conversation(),
        status(),
        answered && answer != null ? views.open(user, answer) : null,
        answered ? null : reason,
        List.copyOf(calls.values()),
        usage,
        startedAt,
        endedAt);
  }
}
