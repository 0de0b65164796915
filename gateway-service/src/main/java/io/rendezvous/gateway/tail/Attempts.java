package io.rendezvous.gateway.tail;

import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ReplyDelta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The pieces of one answer's latest try; a try that another has followed is over. */
final class Attempts {
  private final ReplyDelta first;
  private final Set<String> over = new HashSet<>();
  private final List<ReplyDelta> pieces = new ArrayList<>();
  private String attempt;
  private Instant heard;

  Attempts(ReplyDelta first, Instant now) {
    this.first = first;
    this.attempt = first.attempt();
    this.heard = now;
  }

  /** Whether anything was new; pieces that repeat, or that follow on a missing one, are not. */
  boolean add(ReplyDelta piece, Instant now) {
    if (over.contains(piece.attempt())) {
      return false;
    }
    heard = now;
    boolean another = !piece.attempt().equals(attempt);
    if (another) {
      over.add(attempt);
      attempt = piece.attempt();
      pieces.clear();
    }
    boolean next = piece.offset() == end() && piece.text().characters() > 0;
    if (next) {
      pieces.add(piece);
    }
    return next || another;
  }

  private int end() {
    return pieces.isEmpty() ? 0 : pieces.getLast().end();
  }

  long bytes() {
    return pieces.stream().mapToLong(piece -> piece.text().size()).sum();
  }

  boolean silentSince(Instant then) {
    return heard.isBefore(then);
  }

  TurnId turn() {
    return first.turn();
  }

  /** The pieces that reach beyond what is shown, where that is of the same try; else all. */
  Reply beyond(String shownAttempt, int shown) {
    int from = shownAttempt.equals(attempt) ? pieces.size() : 0;
    while (from > 0 && pieces.get(from - 1).end() > shown) {
      from--;
    }
    return new Reply(
        first.turn(),
        first.ask(),
        first.askSequence(),
        attempt,
        pieces.subList(from, pieces.size()));
  }
}
