package io.rendezvous.gateway.turn;

import io.rendezvous.common.command.Request.CancelTurn;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.gateway.kafka.RequestLog;
import io.rendezvous.gateway.log.LogReader;
import io.rendezvous.gateway.message.Views;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.tail.Following;
import io.rendezvous.gateway.tail.Tail;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Reads turns, and stops them. */
final class Turns {
  private final Tail tail;
  private final LogReader log;
  private final Views views;
  private final RequestLog requests;
  private final Semaphore waits;

  Turns(Tail tail, LogReader log, Views views, RequestLog requests, int maxWaiting) {
    this.tail = tail;
    this.log = log;
    this.views = views;
    this.requests = requests;
    this.waits = new Semaphore(maxWaiting);
  }

  /**
   * The turn as it stands when it has ended, or when it has been waited for that long; at once
   * where too many wait already, for each keeps a thread that handles requests.
   *
   * @throws Problem 404 if it is not in the log, also after the wait
   */
  TurnView get(UserId user, TurnId turn, Duration wait) throws InterruptedException {
    if (wait.isZero() || !waits.tryAcquire()) {
      return await(user, turn, Duration.ZERO);
    }
    try {
      return await(user, turn, wait);
    } finally {
      waits.release();
    }
  }

  private TurnView await(UserId user, TurnId turn, Duration wait) throws InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    try (var following = tail.follow(turn.conversation())) {
      while (true) {
        long version = following.version();
        long last = following.last();
        var view = view(user, following, turn);
        boolean ended = view.isPresent() && view.get().status().isFinal();
        if (ended || !awaitEvent(following, version, last, deadline)) {
          return view.orElseThrow(Turns::unknown);
        }
      }
    }
  }

  /** Whether there is a new event before the deadline; text on its way is none. */
  private static boolean awaitEvent(Following following, long seen, long last, long deadline)
      throws InterruptedException {
    long version = seen;
    while (following.last() == last) {
      long left = deadline - System.nanoTime();
      if (left <= 0 || following.closing()) {
        return false;
      }
      following.await(version, Duration.ofNanos(left));
      version = following.version();
    }
    return true;
  }

  TurnView cancel(UserId user, TurnId turn, @Nullable String traceparent) {
    try (var following = tail.follow(turn.conversation())) {
      TurnView view = view(user, following, turn).orElseThrow(Turns::unknown);
      if (!view.status().isFinal()) {
        requests.publish(new CancelTurn(user, turn), traceparent);
      }
      return view;
    }
  }

  private Optional<TurnView> view(UserId user, Following following, TurnId turn) {
    var events = log.events(following, turn);
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(TurnFold.view(user, views, turn, events));
  }

  private static Problem unknown() {
    return Problem.notFound("turn");
  }
}
