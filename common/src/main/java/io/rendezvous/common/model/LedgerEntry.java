package io.rendezvous.common.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.rendezvous.common.budget.Amount;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.UserId;
import java.time.Instant;
import java.util.List;

/** What the ledger of a user with a budget is told; written by the decider to {@code budgets}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface LedgerEntry {
  UserId user();

  /** When it was decided. */
  Instant at();

  /**
   * A model shall be asked, if the budget holds what that takes at worst.
   *
   * @param worst the most that one try can take
   * @param spentInTurn what the turn has taken so far
   */
  @JsonTypeName("lease.wanted")
  record LeaseWanted(UserId user, ModelCall call, Amount worst, Amount spentInTurn, Instant at)
      implements LedgerEntry {
    public LeaseWanted {
      requireNonNull(user, "user");
      requireNonNull(call, "call");
      requireNonNull(worst, "worst");
      requireNonNull(spentInTurn, "spentInTurn");
      requireNonNull(at, "at");
    }
  }

  /** What asking took is known; nothing of it is reserved any more. */
  @JsonTypeName("lease.settled")
  record LeaseSettled(UserId user, AskId ask, List<Usage> paid, Instant at) implements LedgerEntry {
    public LeaseSettled {
      requireNonNull(user, "user");
      requireNonNull(ask, "ask");
      paid = List.copyOf(paid);
      requireNonNull(at, "at");
    }
  }
}
