package io.rendezvous.gateway.submission;

import io.rendezvous.common.command.Request;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.gateway.kafka.IdempotencyKey;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import io.rendezvous.gateway.tail.Entry;
import io.rendezvous.gateway.tail.Following;
import io.rendezvous.gateway.tail.Tail;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes in what starts a turn: each once, however often it is sent. */
public final class Submissions {
  private final Tail tail;
  private final Repeats repeats;
  private final Publishing publishing;
  private final SubmissionSettings settings;

  Submissions(Tail tail, Repeats repeats, Publishing publishing, SubmissionSettings settings) {
    this.tail = tail;
    this.repeats = repeats;
    this.publishing = publishing;
    this.settings = settings;
  }

  /**
   * What becomes of the turn of this key.
   *
   * @param digesting all that the client sent: tells a repeat from another request with the key
   * @param command made of the digest, and only where it is no repeat
   * @throws Problem if it is refused, or the same key came with another body before
   */
  public Submission submit(
      UserId user,
      TurnId turn,
      IdempotencyKey key,
      Supplier<String> digesting,
      Function<String, ? extends Request> command,
      @Nullable String traceparent) {
    try (var following = tail.follow(turn.conversation())) {
      String digest = digesting.get();
      var verdicts = new Verdicts(turn, digest, following.last(), settings.retryAfter());
      long known = verdicts.accepted(known(following, turn, key));
      if (known == 0) {
        requireRoom(user);
        known =
            publishing.publish(
                new Publishing.Key(user, turn, digest),
                command.apply(digest),
                traceparent,
                () -> awaitVerdict(following, verdicts));
      }
      return new Submission(turn, verdicts, known);
    }
  }

  /** A key that was just made is no repeat: then no table needs to be asked. */
  private List<Entry> known(Following following, TurnId turn, IdempotencyKey key) {
    return key.given() ? repeats.known(following, turn) : List.of();
  }

  private void requireRoom(UserId user) {
    if (tail.turnsInFlight(user) + publishing.underWay(user) >= settings.maxTurnsInFlight()) {
      throw Problem.of(ProblemCode.TOO_MANY_TURNS, "Wait until turns have ended.")
          .retryAfter(settings.retryAfter());
    }
  }

  private long awaitVerdict(Following following, Verdicts verdicts) {
    long deadline = System.nanoTime() + settings.answerWait().toNanos();
    while (true) {
      long version = following.version();
      long accepted = verdicts.accepted(following.entries());
      long left = deadline - System.nanoTime();
      if (accepted > 0 || left <= 0 || following.closing()) {
        return accepted;
      }
      try {
        following.await(version, Duration.ofNanos(left));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return 0;
      }
    }
  }
}
