package io.rendezvous.orchestrator.budget;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.budget.Amount;
import io.rendezvous.common.id.AskId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a user has spent on a day, and what is reserved.
 *
 * @param day of the user's time zone
 */
public record Ledger(LocalDate day, Amount spent, List<OpenLease> open) {
  public static final Ledger EMPTY = new Ledger(LocalDate.EPOCH, Amount.NONE, List.of());

  public Ledger {
    requireNonNull(day, "day");
    requireNonNull(spent, "spent");
    open = List.copyOf(open);
  }

  /** On this day, at this time: what is overdue counts as spent, a new day has spent nothing. */
  Ledger at(LocalDate today, Instant now) {
    List<OpenLease> kept = open.stream().filter(lease -> lease.until().isAfter(now)).toList();
    if (today.isAfter(day)) {
      return new Ledger(today, Amount.NONE, kept);
    }
    Amount overdue =
        open.stream()
            .filter(lease -> !kept.contains(lease))
            .map(OpenLease::reserved)
            .reduce(Amount.NONE, Amount::plus);
    return new Ledger(day, spent.plus(overdue), kept);
  }

  /** What is spent or may yet be. */
  Amount committed() {
    return open.stream().map(OpenLease::reserved).reduce(spent, Amount::plus);
  }

  Optional<OpenLease> lease(AskId ask) {
    return open.stream().filter(lease -> lease.ask().equals(ask)).findFirst();
  }

  Ledger with(OpenLease lease) {
    return new Ledger(day, spent, Stream.concat(open.stream(), Stream.of(lease)).toList());
  }

  Ledger settled(OpenLease lease, Amount paid) {
    return new Ledger(
        day, spent.plus(paid), open.stream().filter(other -> !other.equals(lease)).toList());
  }
}
