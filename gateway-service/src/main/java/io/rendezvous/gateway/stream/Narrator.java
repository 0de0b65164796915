package io.rendezvous.gateway.stream;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ReplyDelta;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.gateway.message.Views;
import io.rendezvous.gateway.stream.StreamData.TextDelta;
import io.rendezvous.gateway.stream.StreamData.TextReset;
import io.rendezvous.gateway.tail.Entry;
import io.rendezvous.gateway.tail.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Tells one client what happens, from its place on: the same frames follow on the same place,
 * whichever gateway tells them and however often the stream was cut.
 */
final class Narrator {
  private final UserId user;
  private final Views views;
  private final Endings endings;
  private final @Nullable TurnId only;
  private Place place;
  private @Nullable TurnId asking;
  private long ask;
  private boolean unsure;
  private boolean ended;

  /**
   * Starts at a place.
   *
   * @param only the one turn that is told; null tells all
   */
  Narrator(UserId user, Views views, Endings endings, @Nullable TurnId only, Place place) {
    this.user = user;
    this.views = views;
    this.endings = endings;
    this.only = only;
    this.place = place;
  }

  /** An answer was being written at the place where this starts. */
  void resume(TurnId turn, long askSequence) {
    asking = turn;
    ask = askSequence;
    // An event between two pieces of text has an id that does not tell how much was shown.
    unsure = place.attempt().isEmpty();
  }

  /** The request whose answer is being written, if one is. */
  OptionalLong ask() {
    return asking == null ? OptionalLong.empty() : OptionalLong.of(ask);
  }

  /** How much of which try is shown. */
  Place place() {
    return place;
  }

  /** Whether the one turn that is told has ended. */
  boolean ended() {
    return ended;
  }

  /** What the client is told of an event. */
  List<Frame> on(Entry entry) {
    if (!(entry.event() instanceof Event.OfTurn event)
        || (only != null && !only.equals(event.turn()))) {
      return List.of();
    }
    return switch (event) {
      case Event.PromptAccepted(var turn, _, _, _, _, _) ->
          List.of(told(entry, "turn.accepted", new StreamData.Accepted(turn, turn.conversation())));
      case Event.ActionAccepted(var turn, _, _, _, _) ->
          List.of(told(entry, "turn.accepted", new StreamData.Accepted(turn, turn.conversation())));
      case Event.ModelAsked(var turn, _, _, _, _, _) -> {
        asking = turn;
        ask = entry.sequence();
        place = Place.of(entry.sequence());
        yield List.of();
      }
      case Event.ModelResponded responded -> responded(entry, responded);
      case Event.ModelGaveUp(var turn, _, _, _, _) -> gaveUp(entry, turn);
      case Event.ToolAsked asked ->
          List.of(
              told(
                  entry,
                  "tool.started",
                  StreamData.Started.of(asked.turn(), views.started(user, asked))));
      case Event.ToolSucceeded done ->
          List.of(
              told(
                  entry,
                  "tool.finished",
                  StreamData.Finished.of(done.turn(), views.finished(user, done))));
      case Event.ToolRefused refused ->
          List.of(
              told(
                  entry,
                  "tool.finished",
                  StreamData.Finished.of(refused.turn(), views.finished(user, refused))));
      case Event.ApprovalRequested requested ->
          List.of(
              told(
                  entry,
                  "approval.requested",
                  StreamData.Requested.of(requested, views.summary(user, requested))));
      case Event.ApprovalDecided decided ->
          List.of(told(entry, "approval.decided", StreamData.Decided.of(decided)));
      case Event.ApprovalWithdrawn withdrawn ->
          List.of(told(entry, "approval.withdrawn", StreamData.Withdrawn.of(withdrawn)));
      case Event.CalendarChanged changed ->
          List.of(told(entry, "calendar.changed", views.changes(user, changed)));
      case Event.TurnEnded end -> ended(entry, end);
      case Event.TurnStarted _,
          Event.PromptRefused _,
          Event.ModelSettled _,
          Event.SummaryAsked _,
          Event.SummaryMade _,
          Event.RollbackStarted _,
          Event.RollbackGaveUp _ ->
          List.of();
    };
  }

  private List<Frame> responded(Entry entry, Event.ModelResponded event) {
    var frames = new ArrayList<Frame>();
    Personal text = event.text();
    boolean same = text != null && place.attempt().equals(event.attempt());
    if (shown() && !same) {
      place = new Place(place.sequence(), event.attempt(), 0);
      frames.add(
          new Frame(place.toString(), "text.reset", new TextReset(event.turn(), "replaced")));
    } else if (shown() && text != null && place.characters() < text.characters()) {
      frames.add(delta(event.turn(), views.open(user, text).substring(place.characters())));
    }
    asking = null;
    views.message(user, entry).ifPresent(message -> frames.add(told(entry, "message", message)));
    place = Place.of(entry.sequence());
    return frames;
  }

  private List<Frame> gaveUp(Entry entry, TurnId turn) {
    boolean shown = shown();
    asking = null;
    place = Place.of(entry.sequence());
    return shown
        ? List.of(new Frame(place.toString(), "text.reset", new TextReset(turn, "failed")))
        : List.of();
  }

  private List<Frame> ended(Entry entry, Event.TurnEnded event) {
    var frames = new ArrayList<Frame>();
    if (event.turn().equals(asking)) {
      if (shown()) {
        // Part of an answer is no answer: the history will not have it either.
        place = new Place(place.sequence(), place.attempt(), 0);
        frames.add(new Frame(place.toString(), "text.reset", new TextReset(event.turn(), "ended")));
      }
      asking = null;
      place = Place.of(entry.sequence());
    }
    ended = event.turn().equals(only);
    frames.add(told(entry, "turn.ended", endings.of(event)));
    return frames;
  }

  /** What the client is told of text on its way. */
  List<Frame> on(Reply reply) {
    var frames = new ArrayList<Frame>();
    if (!reply.attempt().equals(place.attempt())) {
      boolean reset = shown() || unsure;
      unsure = false;
      place = new Place(place.sequence(), reply.attempt(), 0);
      if (reset) {
        frames.add(
            new Frame(place.toString(), "text.reset", new TextReset(reply.turn(), "retried")));
      }
    }
    var text = new StringBuilder();
    for (ReplyDelta piece : reply.pieces()) {
      int from = place.characters() + text.length();
      if (piece.end() > from) {
        text.append(
            views.open(user, piece.text()), from - piece.offset(), piece.text().characters());
      }
    }
    if (!text.isEmpty()) {
      frames.add(delta(reply.turn(), text.toString()));
    }
    return frames;
  }

  private Frame delta(TurnId turn, String text) {
    place = new Place(place.sequence(), place.attempt(), place.characters() + text.length());
    return new Frame(place.toString(), "text.delta", new TextDelta(turn, text));
  }

  private boolean shown() {
    return place.characters() > 0;
  }

  /** Text on its way goes on after an event of another turn: the place keeps how much is shown. */
  private Frame told(Entry entry, String event, Object data) {
    place = new Place(entry.sequence(), place.attempt(), place.characters());
    return new Frame(Long.toString(entry.sequence()), event, data);
  }
}
