package io.rendezvous.gateway.tail;

import io.rendezvous.common.event.Decision;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ReplyDelta;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The newest events of every conversation, and text on its way. */
public final class Tail {
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final Map<ConversationId, Strand> strands = new ConcurrentHashMap<>();
  private final TurnsInFlight turns = new TurnsInFlight();
  private final PendingApprovals approvals = new PendingApprovals();
  private final RecentConversations recent = new RecentConversations();
  private volatile boolean ready;
  private volatile boolean closing;

  /**
   * Holds on to a conversation, to read and to wait.
   *
   * @throws Problem if the tail has not yet reached the end of the log
   */
  public Following follow(ConversationId conversation) {
    requireReady();
    return new Following(this, conversation, strand(conversation, 1));
  }

  public void requireReady() {
    if (!ready || closing) {
      throw Problem.of(ProblemCode.LOG_UNAVAILABLE, "The log cannot be read at the moment.")
          .retryAfter(RETRY);
    }
  }

  public boolean ready() {
    return ready && !closing;
  }

  /** How many of the user's turns were accepted and have not ended, as far as the tail knows. */
  public int turnsInFlight(UserId user) {
    return turns.of(user);
  }

  /** The approvals that wait for the user, as far as the tail knows. */
  public Set<ApprovalId> pendingApprovals(UserId user) {
    requireReady();
    return approvals.of(user);
  }

  /** The user's conversations with events in the tail. */
  public List<RecentConversation> recentConversations(UserId user) {
    requireReady();
    return recent.of(user);
  }

  boolean closing() {
    return closing;
  }

  void release(ConversationId conversation) {
    strand(conversation, -1);
    dropIfIdle(conversation);
  }

  void ready(boolean reached) {
    ready = reached;
  }

  void close() {
    closing = true;
    strands.values().forEach(Strand::wake);
  }

  /** Whether any of its events were new. */
  boolean add(Decision decision) {
    var strand = strand(decision.conversation(), 1);
    try {
      var fresh = strand.append(decision);
      recent.add(decision.user(), decision.conversation(), fresh);
      for (Entry entry : fresh) {
        turns.see(decision.user(), entry.event());
        approvals.see(decision.user(), entry.event());
      }
      return !fresh.isEmpty();
    } finally {
      strand(decision.conversation(), -1);
    }
  }

  /** When its turn was accepted, if this is the first text of its answer. */
  @Nullable Instant add(ReplyDelta delta, Instant now) {
    var conversation = delta.turn().conversation();
    var strand = strand(conversation, 1);
    try {
      return strand.append(delta, now);
    } finally {
      strand(conversation, -1);
    }
  }

  void forget(ConversationId conversation, long through) {
    var strand = strands.get(conversation);
    if (strand != null) {
      strand.forget(through);
      if (strand.after(0).entries().isEmpty()) {
        recent.forget(conversation);
      }
      dropIfIdle(conversation);
    }
  }

  /** Drops text that is not added to any more, and tells how much is left, in bytes. */
  long sweepReplies(Instant silentSince) {
    long bytes = 0;
    for (var strand : strands.entrySet()) {
      strand.getValue().forgetRepliesSilentSince(silentSince);
      bytes += strand.getValue().replyBytes();
      dropIfIdle(strand.getKey());
    }
    return bytes;
  }

  /** The conversation's strand; the count keeps it from being dropped between look-up and use. */
  private Strand strand(ConversationId conversation, int difference) {
    return strands.compute(
        conversation,
        (_, known) -> {
          var strand = known == null ? new Strand() : known;
          strand.join(difference);
          return strand;
        });
  }

  private void dropIfIdle(ConversationId conversation) {
    strands.computeIfPresent(conversation, (_, strand) -> strand.idle() ? null : strand);
  }
}
