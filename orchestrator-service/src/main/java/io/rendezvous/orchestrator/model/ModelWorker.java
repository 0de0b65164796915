package io.rendezvous.orchestrator.model;

import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.common.work.Away;
import io.rendezvous.common.work.Work;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Carries out model calls; each ends in one report, unless the service stops before. */
final class ModelWorker implements Work<ModelCall> {
  private final Asking asking;
  private final RunningCalls running;
  private final OwnerMarks marks;
  private final Vault vault;
  private final TryTable tries;
  private final Publisher publisher;
  private final ModelMetrics metrics;
  private final InstantSource clock;

  ModelWorker(
      Asking asking,
      RunningCalls running,
      OwnerMarks marks,
      Vault vault,
      TryTable tries,
      Publisher publisher,
      ModelMetrics metrics,
      InstantSource clock) {
    this.asking = asking;
    this.running = running;
    this.marks = marks;
    this.vault = vault;
    this.tries = tries;
    this.publisher = publisher;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public void handle(ModelCall call, @Nullable String traceparent) throws Exception {
    if (!marks.owns(call.user(), call.turn().conversation())) {
      throw new UnreadableRecord(
          UnreadableRecord.Reason.WRONG_OWNER, "the conversation is not that user's", null);
    }
    long begun = System.nanoTime();
    Report.OfModel report;
    try {
      report = report(call, traceparent);
    } catch (SdkException failure) {
      // The keys are away: tried again until they come, or until the call's deadline.
      throw Tables.isAway(failure) ? new Away(failure) : failure;
    }
    publish(report, traceparent);
    metrics.reported(report, Duration.ofNanos(System.nanoTime() - begun));
  }

  private Report.OfModel report(ModelCall call, @Nullable String traceparent) throws Exception {
    if (call.lease() == null) {
      return report(call, Permit.FREE, traceparent);
    }
    var leased = new LeasedCall(call, tries);
    Optional<Report.OfModel> before = leased.report();
    return before.isPresent() ? before.get() : leased.close(report(call, leased, traceparent));
  }

  private Report.OfModel report(ModelCall call, Permit permit, @Nullable String traceparent)
      throws Exception {
    if (!clock.instant().isBefore(call.deadline())) {
      return failed(call, ModelFailure.TIMED_OUT);
    }
    ModelRequest request;
    try {
      request = OpenedCall.of(call, vault);
    } catch (IllegalArgumentException erased) {
      return failed(call, ModelFailure.REJECTED);
    }
    RunningCall current = running.begin(call.ask());
    try {
      Report.OfModel report =
          current.isStopped()
              ? failed(call, ModelFailure.STOPPED)
              : asking.ask(call, request, permit, traceparent);
      if (Thread.currentThread().isInterrupted() && !current.isStopped()) {
        throw new InterruptedException("the service stops; the call is done again elsewhere");
      }
      return report;
    } finally {
      running.end(current);
    }
  }

  @Override
  public void abandon(ModelCall call, Exception cause, @Nullable String traceparent)
      throws Exception {
    Report.OfModel failed = failed(call, ModelFailure.UNAVAILABLE);
    Report.OfModel report =
        call.lease() == null ? failed : new LeasedCall(call, tries).close(failed);
    publish(report, traceparent);
    metrics.reported(report, Duration.ZERO);
  }

  private static Report.OfModel failed(ModelCall call, ModelFailure reason) {
    return new ModelFailed(call.user(), call.turn(), call.ask(), reason, List.of());
  }

  private void publish(Report.OfModel report, @Nullable String traceparent) throws Exception {
    publisher.publish(Topics.OUTCOMES, report.conversation().value(), report, traceparent).get();
  }
}
