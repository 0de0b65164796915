package io.rendezvous.calendar.worker;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.approval.ApprovalAsk;
import io.rendezvous.calendar.tool.CalendarTools;
import io.rendezvous.calendar.tool.ToolAnswer;
import io.rendezvous.calendar.tool.ToolOutcome;
import io.rendezvous.common.command.Report;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.common.wire.UnreadableRecord.Reason;
import io.rendezvous.common.work.Away;
import io.rendezvous.common.work.Work;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Carries out one tool call at a time and reports it; the same call again is reported the same. */
final class CalendarWorker implements Work<ToolCall> {
  private final CalendarTools tools;
  private final Calendar calendar;
  private final OwnerMarks marks;
  private final Vault vault;
  private final Reports reports;
  private final Publisher publisher;
  private final CallMetrics metrics;

  CalendarWorker(
      CalendarTools tools,
      Calendar calendar,
      OwnerMarks marks,
      Vault vault,
      Reports reports,
      Publisher publisher,
      CallMetrics metrics) {
    this.tools = tools;
    this.calendar = calendar;
    this.marks = marks;
    this.vault = vault;
    this.reports = reports;
    this.publisher = publisher;
    this.metrics = metrics;
  }

  @Override
  public void handle(ToolCall call, @Nullable String traceparent) throws Exception {
    if (!marks.owns(call.user(), call.conversation())) {
      throw new UnreadableRecord(Reason.WRONG_OWNER, "the conversation is not that user's", null);
    }
    try {
      carryOut(call, traceparent);
    } catch (SdkException failure) {
      throw Tables.isAway(failure) ? new Away(failure) : failure;
    }
  }

  private void carryOut(ToolCall call, @Nullable String traceparent) throws Exception {
    long begun = System.nanoTime();
    String arguments;
    try {
      Personal sealed = call.arguments();
      arguments = sealed == null ? "{}" : vault.open(call.user(), sealed);
    } catch (IllegalArgumentException sealedForAnother) {
      publish(call, closed(call).orElseGet(() -> reports.failedWordless(call)), traceparent, begun);
      throw new UnreadableRecord(
          Reason.BAD_DATA, "its arguments do not open with its user's key", sealedForAnother);
    }
    Optional<ToolOutcome> outcome =
        call.arguments() == null ? tools.rollBack(call) : tools.run(call, arguments);
    publish(
        call,
        outcome.isEmpty()
            ? reports.failed(call, ToolFailure.UNKNOWN_TOOL)
            : report(call, outcome.get()),
        traceparent,
        begun);
  }

  /** Here it is decided what is reported and what is tried again. */
  private Report report(ToolCall call, ToolOutcome outcome) throws CalendarAway {
    return switch (outcome) {
      case ToolOutcome.Answered(ToolAnswer answer) -> reports.finished(call, answer);
      case ToolOutcome.NeedsApproval(ApprovalAsk ask) -> reports.needsApproval(call, ask);
      case ToolOutcome.Refused(CalendarFailure.Unavailable _, _) -> throw new CalendarAway();
      case ToolOutcome.Refused refused -> reports.failed(call, refused);
    };
  }

  /**
   * A try that got no answer may have succeeded all the same, and a delivery may be under way
   * elsewhere: so the call is closed before it is said to have failed, and while it cannot be
   * closed nothing is said.
   */
  @Override
  public void abandon(ToolCall call, Exception cause, @Nullable String traceparent)
      throws Exception {
    ToolFailure reason =
        cause instanceof SdkException || cause instanceof CalendarAway
            ? ToolFailure.UNAVAILABLE
            : ToolFailure.INTERNAL;
    long begun = System.nanoTime();
    try {
      publish(call, closed(call).orElseGet(() -> reports.failed(call, reason)), traceparent, begun);
    } catch (SdkException failure) {
      throw Tables.isAway(failure) ? new Away(failure) : failure;
    }
  }

  /** The report of what it did all the same; if nothing, it will do nothing any more. */
  private Optional<Report> closed(ToolCall call) throws Away {
    return switch (calendar.close(call.user(), EffectId.of(call.call()))) {
      case Outcome.Done<Effect>(Effect effect) -> Optional.of(reports.recalled(call, effect));
      case Outcome.Failed<Effect>(CalendarFailure.Unavailable _) ->
          throw new Away(new CalendarAway());
      case Outcome.Failed<Effect> _ -> Optional.empty();
    };
  }

  private void publish(ToolCall call, Report report, @Nullable String traceparent, long begunNanos)
      throws ExecutionException, InterruptedException {
    String key = call.call().conversation().value();
    publisher.publish(Topics.OUTCOMES, key, report, traceparent).get();
    metrics.reported(call, report, Duration.ofNanos(System.nanoTime() - begunNanos));
  }
}
