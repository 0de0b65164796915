package io.rendezvous.gateway.approval;

import io.rendezvous.common.command.Request.DecideApproval;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.ApprovalRefusal;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.gateway.kafka.RequestLog;
import io.rendezvous.gateway.log.LogReader;
import io.rendezvous.gateway.message.ApprovalStatus;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import io.rendezvous.gateway.tail.Entry;
import io.rendezvous.gateway.tail.Following;
import io.rendezvous.gateway.tail.Tail;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a user's word: the first counts, and whoever says the same again is told the same. */
final class Deciding {
  private final Tail tail;
  private final LogReader log;
  private final RequestLog requests;
  private final Duration answerWait;

  Deciding(Tail tail, LogReader log, RequestLog requests, ApprovalSettings settings) {
    this.tail = tail;
    this.log = log;
    this.requests = requests;
    this.answerWait = settings.answerWait();
  }

  /**
   * How the approval stands then; still pending where the decider has not come to it.
   *
   * @throws Problem 404 if there is none, 409 if it was settled otherwise
   */
  ApprovalStatus decide(
      UserId user, ApprovalId approval, Verdict verdict, @Nullable String traceparent)
      throws InterruptedException {
    try (var following = tail.follow(approval.conversation())) {
      long since = following.last();
      List<Entry> known = log.events(following, approval.turn());
      Optional<ApprovalStatus> settled = settled(known, approval);
      if (settled.isEmpty() && (known.isEmpty() || hasEnded(known))) {
        // Before a turn ends all that waits in it is withdrawn.
        throw Problem.notFound("approval");
      }
      if (settled.isEmpty()) {
        // Also where it is not known here: the one that asked the user may be ahead.
        requests.publish(new DecideApproval(user, approval, verdict), traceparent);
        settled = await(following, approval, since);
      }
      return requireAsSaid(settled.orElse(ApprovalStatus.PENDING), ApprovalStatus.of(verdict));
    }
  }

  private static boolean hasEnded(List<Entry> turn) {
    return turn.stream().anyMatch(entry -> entry.event() instanceof Event.TurnEnded);
  }

  private Optional<ApprovalStatus> await(Following following, ApprovalId approval, long since)
      throws InterruptedException {
    long deadline = System.nanoTime() + answerWait.toNanos();
    while (true) {
      long version = following.version();
      List<Entry> entries = following.entries();
      Optional<ApprovalStatus> settled =
          settled(entries, approval).or(() -> refused(entries, approval, since));
      long left = deadline - System.nanoTime();
      if (settled.isPresent() || left <= 0 || following.closing()) {
        return settled;
      }
      following.await(version, Duration.ofNanos(left));
    }
  }

  private static Optional<ApprovalStatus> settled(List<Entry> entries, ApprovalId approval) {
    for (Entry entry : entries) {
      if (entry.event() instanceof Event.ApprovalDecided(var of, _, var said)
          && of.equals(approval)) {
        return Optional.of(ApprovalStatus.of(said));
      }
      if (entry.event() instanceof Event.ApprovalWithdrawn(var of, _, var reason)
          && of.equals(approval)) {
        return Optional.of(ApprovalStatus.of(reason));
      }
    }
    return Optional.empty();
  }

  /** Refusals up to {@code since} were of earlier tries. */
  private static Optional<ApprovalStatus> refused(
      List<Entry> entries, ApprovalId approval, long since) {
    for (Entry entry : entries) {
      if (entry.sequence() > since
          && entry.event() instanceof Event.ApprovalRefused(var of, var reason, var said)
          && of.equals(approval)) {
        return Optional.of(standing(reason, said));
      }
    }
    return Optional.empty();
  }

  private static ApprovalStatus standing(ApprovalRefusal reason, @Nullable Verdict said) {
    return switch (reason) {
      case ALREADY_DECIDED -> said == null ? ApprovalStatus.WITHDRAWN : ApprovalStatus.of(said);
      case EXPIRED -> ApprovalStatus.EXPIRED;
      case WITHDRAWN -> ApprovalStatus.WITHDRAWN;
      case UNKNOWN -> throw Problem.notFound("approval");
    };
  }

  private static ApprovalStatus requireAsSaid(ApprovalStatus standing, ApprovalStatus said) {
    return switch (standing) {
      case PENDING -> standing;
      case APPROVED, REJECTED -> {
        if (standing != said) {
          throw Problem.of(ProblemCode.APPROVAL_DECIDED, "It was decided otherwise before.");
        }
        yield standing;
      }
      case EXPIRED ->
          throw Problem.of(
              ProblemCode.APPROVAL_EXPIRED, "Nobody answered in time: nothing is done.");
      case WITHDRAWN ->
          throw Problem.of(
              ProblemCode.APPROVAL_WITHDRAWN,
              "Its turn has ended, or what it was about has changed: nothing is done.");
    };
  }
}
