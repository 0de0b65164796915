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
  /** What a piece takes beside its text: its objects, and its place in the list. */
  private static final int PIECE_BYTES = 256;

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
      pieces.add(sharingNames(piece));
    }
    return next || another;
  }

  /** Each piece was read with names of its own, which take more room than its text. */
  private ReplyDelta sharingNames(ReplyDelta piece) {
    return new ReplyDelta(
        first.user(),
        first.turn(),
        first.ask(),
        first.askSequence(),
        attempt,
        piece.offset(),
        piece.text());
  }

  private int end() {
    return pieces.isEmpty() ? 0 : pieces.getLast().end();
  }

  long bytes() {
    return pieces.stream().mapToLong(Attempts::bytes).sum();
  }

  /** About how much memory a piece takes. */
  static long bytes(ReplyDelta piece) {
    return piece.text().size() + (long) PIECE_BYTES;
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
