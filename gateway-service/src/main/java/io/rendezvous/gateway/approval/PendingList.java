package io.rendezvous.gateway.approval;

import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.gateway.approval.ApprovalFold.Standing;
import io.rendezvous.gateway.log.ConversationTable;
import io.rendezvous.gateway.log.LogReader;
import io.rendezvous.gateway.message.ApprovalStatus;
import io.rendezvous.gateway.message.Views;
import io.rendezvous.gateway.tail.Tail;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** Lists what waits for a user: tail and table name the turns, the turns tell how they stand. */
final class PendingList {
  private static final Comparator<ApprovalView> SOONEST_FIRST =
      Comparator.comparing(ApprovalView::expiresAt)
          .thenComparing(view -> view.approvalId().value());

  private final Tail tail;
  private final ConversationTable table;
  private final LogReader log;
  private final Views views;
  private final ApprovalSettings settings;
  private final InstantSource clock;

  PendingList(
      Tail tail,
      ConversationTable table,
      LogReader log,
      Views views,
      ApprovalSettings settings,
      InstantSource clock) {
    this.tail = tail;
    this.table = table;
    this.log = log;
    this.views = views;
    this.settings = settings;
    this.clock = clock;
  }

  /** What she may still answer, the soonest to expire first. */
  List<ApprovalView> of(UserId user) {
    Instant now = clock.instant();
    var turns = new LinkedHashSet<TurnId>();
    // The tail first: what it lets go of is in the table by then.
    tail.pendingApprovals(user).stream().map(ApprovalId::turn).forEach(turns::add);
    table.pendingApprovals(user, now.minus(settings.lookBack())).stream()
        .map(ApprovalId::turn)
        .forEach(turns::add);
    return turns.stream()
        .flatMap(turn -> standing(turn).stream())
        .filter(standing -> standing.status() == ApprovalStatus.PENDING)
        .filter(standing -> now.isBefore(standing.requested().expiresAt()))
        .map(standing -> view(user, standing))
        .sorted(SOONEST_FIRST)
        .toList();
  }

  private List<Standing> standing(TurnId turn) {
    try (var following = tail.follow(turn.conversation())) {
      return ApprovalFold.all(log.events(following, turn));
    }
  }

  private ApprovalView view(UserId user, Standing standing) {
    var requested = standing.requested();
    return new ApprovalView(
        requested.approval(),
        requested.turn(),
        requested.turn().conversation(),
        requested.call(),
        requested.name(),
        views.summary(user, requested),
        requested.expiresAt(),
        standing.status());
  }
}
