package io.rendezvous.orchestrator.model;

import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.model.FailedTry;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.orchestrator.model.Retries.Tried;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks models, one after the other, until an answer is whole or no try or time is left. */
final class Asking {
  private static final Logger log = LoggerFactory.getLogger(Asking.class);

  /** What fits an item of the tries' table, with all that is said of the tries. */
  private static final long LEASED_BYTES = 320 * 1024;

  private final Candidates candidates;
  private final Answering answering;
  private final Vault vault;
  private final ModelWorkerSettings settings;
  private final ModelMetrics metrics;
  private final Retries retries;
  private final InstantSource clock;

  Asking(
      Candidates candidates,
      Answering answering,
      Vault vault,
      ModelWorkerSettings settings,
      ModelMetrics metrics,
      InstantSource clock) {
    this.candidates = candidates;
    this.answering = answering;
    this.vault = vault;
    this.settings = settings;
    this.metrics = metrics;
    this.retries = settings.retries();
    this.clock = clock;
  }

  /** The report of this call; interrupting it stops the model, and the thread stays interrupted. */
  Report.OfModel ask(
      ModelCall call, ModelRequest request, Permit permit, @Nullable String traceparent) {
    var failed = new ArrayList<FailedTry>();
    var first = new FirstText(metrics);
    var began = clock.instant();
    List<Candidate> asked = candidates.inOrder(call.preferences().model());
    for (int i = 0; i < asked.size(); i++) {
      Candidate candidate = asked.get(i);
      boolean others = i + 1 < asked.size();
      Retries rules = others && call.lease() != null ? retries.sparing() : retries;
      Rework rework = null;
      Next next = new Next.Another();
      for (int tries = 1; tries == 1 || next instanceof Next.Again; tries++) {
        long since = System.nanoTime();
        try {
          Answer answer =
              answering.answer(call, request, rework, candidate, permit, first, traceparent);
          metrics.answered(candidate.name());
          return answered(call, answer, failed);
        } catch (ModelException failure) {
          failed.add(candidate.failed(failure, since));
          metrics.failed(candidate.name(), failure.reason());
          var tried =
              new Tried(tries, rework != null, others, Duration.between(began, clock.instant()));
          next = rest(rules.after(tried, failure, clock.instant(), call.deadline()));
          log.warn(
              "Try {} of {} with {} failed with {}, {}: {}",
              tries,
              call.ask(),
              candidate.name(),
              failure.reason(),
              next,
              failure.getMessage());
          Rework words = Rework.after(failure.reason());
          rework = words == null ? rework : words;
        }
      }
      if (next instanceof Next.GiveUp) {
        break;
      }
    }
    return new ModelFailed(call.user(), call.turn(), call.ask(), reason(failed), failed);
  }

  /** Waits before the same model is asked again. */
  private static Next rest(Next next) {
    if (next instanceof Next.Again(var pause)) {
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Next.GiveUp();
      }
    }
    return next;
  }

  /**
   * What the user is told: the last thing that went wrong with a model that was asked, if any was.
   */
  private static ModelFailure reason(List<FailedTry> failed) {
    if (Thread.currentThread().isInterrupted()) {
      return ModelFailure.STOPPED;
    }
    List<ModelFailure> reasons = failed.reversed().stream().map(FailedTry::reason).toList();
    return reasons.stream()
        .filter(reason -> !reason.isUnasked())
        .findFirst()
        .orElse(
            reasons.contains(ModelFailure.OVER_BUDGET)
                ? ModelFailure.OVER_BUDGET
                : ModelFailure.UNAVAILABLE);
  }

  private Report.OfModel answered(ModelCall call, Answer answer, List<FailedTry> failed) {
    ModelReply reply = answer.reply();
    String said = reply.text();
    Personal text = said == null ? null : vault.seal(call.user(), said);
    List<ToolRequest> requests =
        reply.calls().stream().map(wanted -> sealed(call, wanted)).toList();
    long size =
        (text == null ? 0 : text.size())
            + requests.stream().mapToLong(request -> request.arguments().size()).sum();
    if (size > mostBytes(call)) {
      failed.add(new FailedTry(ModelFailure.INCOMPLETE, reply.usage()));
      return new ModelFailed(call.user(), call.turn(), call.ask(), ModelFailure.INCOMPLETE, failed);
    }
    return new ModelAnswered(
        call.user(),
        call.turn(),
        call.ask(),
        answer.attempt(),
        text,
        requests,
        reply.usage(),
        failed);
  }

  private long mostBytes(ModelCall call) {
    long most = settings.maxAnswer().toBytes();
    return call.lease() == null ? most : Math.min(most, LEASED_BYTES);
  }

  private ToolRequest sealed(ModelCall call, ModelToolCall wanted) {
    String name = wanted.name();
    return new ToolRequest(
        name.substring(0, Math.min(name.length(), ToolRequest.NAME_LIMIT)),
        vault.seal(call.user(), wanted.arguments()));
  }
}
