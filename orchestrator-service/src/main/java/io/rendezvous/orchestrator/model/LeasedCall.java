package io.rendezvous.orchestrator.model;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.budget.Lease;
import io.rendezvous.common.command.Report;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.model.FailedTry;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.Usage;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model call of a user with a budget: each try is written down before it is made, and what became
 * of them before it is told, so that a crash neither pays twice nor forgets what was paid.
 */
final class LeasedCall implements Permit {
  /** Longer than a call's record is kept, so that none is read again after its item has gone. */
  private static final Duration KEPT = Duration.ofDays(8);

  private static final SecureRandom RANDOM = new SecureRandom();

  private final ModelCall call;
  private final Lease lease;
  private final TryTable table;
  private final List<String> own = new ArrayList<>();

  LeasedCall(ModelCall call, TryTable table) {
    this.call = call;
    this.lease = requireNonNull(call.lease(), "lease");
    this.table = table;
  }

  /** What became of it, if somebody was done with it before. */
  Optional<Report.OfModel> report() {
    return Optional.ofNullable(table.read(call.ask()).report());
  }

  @Override
  public void take(ServingModel model) throws ModelException {
    var bytes = new byte[10];
    RANDOM.nextBytes(bytes);
    String sent = model.provider() + " " + model.model() + " " + Ids.encode(bytes);
    if (!table.add(call.ask(), sent, lease.tries(), call.askedAt().plus(KEPT))) {
      throw new ModelException(
          ModelFailure.OVER_BUDGET, "the budget holds no further try", null, null);
    }
    own.add(sent);
  }

  /**
   * What is told: this report, with the tries of those who did not come to report, or that of
   * somebody who was faster.
   */
  Report.OfModel close(Report.OfModel report) {
    while (true) {
      TryTable.Tries tries = table.read(call.ask());
      if (tries.report() != null) {
        return tries.report();
      }
      Report.OfModel whole = report.after(lost(tries.sent()));
      if (table.close(call.ask(), tries.sent().size(), whole, call.askedAt().plus(KEPT))) {
        return whole;
      }
    }
  }

  private List<FailedTry> lost(List<String> sent) {
    return sent.stream()
        .filter(each -> !own.contains(each))
        .map(each -> new FailedTry(ModelFailure.LOST, worst(each)))
        .toList();
  }

  /** Nobody knows what it took. */
  private Usage worst(String sent) {
    String provider = sent.substring(0, sent.indexOf(' '));
    String model = sent.substring(sent.indexOf(' ') + 1, sent.lastIndexOf(' '));
    return new Usage(
        provider, model, lease.worst().tokens(), 0, 0, lease.worst().costNanos(), true, 0);
  }
}
