package io.rendezvous.orchestrator.budget;

import io.rendezvous.common.budget.Amount;
import io.rendezvous.common.budget.Budget;
import io.rendezvous.common.budget.Lease;
import io.rendezvous.common.model.LedgerEntry;
import io.rendezvous.common.model.LedgerEntry.LeaseSettled;
import io.rendezvous.common.model.LedgerEntry.LeaseWanted;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.Usage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** Decides who may ask: never for more than what a budget holds, whoever else asks meanwhile. */
public final class Ledgers {
  /** After a call's deadline: a worker that was away for longer has lost its report. */
  static final Duration GRACE = Duration.ofHours(1);

  private final int mostTries;

  /**
   * Ledgers that let each answer be tried for so often.
   *
   * @param mostTries as far as the budget holds them, at least one
   */
  public Ledgers(int mostTries) {
    this.mostTries = mostTries;
  }

  /** What follows: the ledger after it and, where somebody wanted to ask and may, their lease. */
  public record Decided(Ledger after, Optional<Lease> lease) {}

  /** Entries come exactly once, by the transactions that they are written and read in. */
  public Decided decide(Ledger before, LedgerEntry entry) {
    return switch (entry) {
      case LeaseWanted wanted -> lease(before, wanted);
      case LeaseSettled settled -> settle(before, settled);
    };
  }

  private Decided lease(Ledger before, LeaseWanted wanted) {
    ModelCall call = wanted.call();
    Budget budget = call.preferences().budget();
    if (budget == null) {
      budget = Budget.ENDLESS;
    }
    var today = LocalDate.ofInstant(wanted.at(), call.preferences().timeZone());
    Ledger ledger = before.at(today, wanted.at());
    Amount left =
        budget.day().less(ledger.committed()).min(budget.turn().less(wanted.spentInTurn()));
    int tries = left.holds(wanted.worst(), mostTries);
    if (tries < 1) {
      return new Decided(ledger, Optional.empty());
    }
    var lease = new Lease(tries, wanted.worst());
    var open = new OpenLease(call.ask(), wanted.worst().times(tries), call.deadline().plus(GRACE));
    return new Decided(ledger.with(open), Optional.of(lease));
  }

  private static Decided settle(Ledger before, LeaseSettled settled) {
    Amount paid = Usage.amount(settled.paid());
    Ledger after =
        before.lease(settled.ask()).map(lease -> before.settled(lease, paid)).orElse(before);
    return new Decided(after, Optional.empty());
  }
}
