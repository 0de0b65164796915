package io.rendezvous.orchestrator.model;

import static java.util.Objects.requireNonNullElse;

import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.model.FailedTry;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ReplyDelta;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.orchestrator.model.Retries.Tried;
import io.rendezvous.orchestrator.model.check.Correction;
import io.rendezvous.orchestrator.model.check.Evidence;
import io.rendezvous.orchestrator.model.check.LeakGuard;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks models, one after the other, until an answer is whole or no try or time is left; streams
 * what they say.
 */
final class Asking {
  private static final Logger log = LoggerFactory.getLogger(Asking.class);

  /** What a model is told that wrote a call nobody can read. */
  private static final String MALFORMED =
      "Your last answer held a tool call that could not be read."
          + " Write it again, with arguments that are one JSON object and follow the tool's schema.";

  /** What a model is told that claimed too much. */
  private static final String UNBACKED =
      "Your last answer said that something was done, but no tool has confirmed it in this turn."
          + " Call the tool that does it, or say plainly that it is not done.";

  private final Candidates candidates;
  private final Vault vault;
  private final Publisher publisher;
  private final ModelWorkerSettings settings;
  private final ModelMetrics metrics;
  private final Retries retries;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Asking(
      Candidates candidates,
      Vault vault,
      Publisher publisher,
      ModelWorkerSettings settings,
      ModelMetrics metrics,
      InstantSource clock) {
    this.candidates = candidates;
    this.vault = vault;
    this.publisher = publisher;
    this.settings = settings;
    this.metrics = metrics;
    this.retries = settings.retries();
    this.clock = clock;
  }

  /** The report of this call; interrupting it stops the model, and the thread stays interrupted. */
  Report ask(ModelCall call, ModelRequest request, @Nullable String traceparent) {
    var failed = new ArrayList<FailedTry>();
    var first = new FirstText(metrics);
    var began = clock.instant();
    List<Candidate> asked = candidates.inOrder(call.preferences().model());
    for (int i = 0; i < asked.size(); i++) {
      Candidate candidate = asked.get(i);
      boolean others = i + 1 < asked.size();
      String word = null;
      Next next = new Next.Another();
      for (int tries = 1; tries == 1 || next instanceof Next.Again; tries++) {
        long since = System.nanoTime();
        try {
          return answer(call, request, word, candidate, first, failed, traceparent);
        } catch (ModelException failure) {
          failed.add(candidate.failed(failure, since));
          metrics.failed(candidate.name(), failure.reason());
          var tried = new Tried(tries, others, Duration.between(began, clock.instant()));
          next = rest(retries.after(tried, failure, clock.instant(), call.deadline()));
          log.warn(
              "Try {} of {} with {} failed with {}, {}: {}",
              tries,
              call.ask(),
              candidate.name(),
              failure.reason(),
              next,
              failure.getMessage());
          word = word(failure.reason());
        }
      }
      if (next instanceof Next.GiveUp) {
        break;
      }
    }
    return new ModelFailed(call.user(), call.turn(), call.ask(), reason(failed), failed);
  }

  /** What a model is told of its last answer before it is asked again, if anything. */
  private static @Nullable String word(ModelFailure reason) {
    return switch (reason) {
      case MALFORMED -> MALFORMED;
      case UNBACKED -> UNBACKED;
      default -> null;
    };
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

  /** What the user is told: the last thing that went wrong with a model that was asked. */
  private static ModelFailure reason(List<FailedTry> failed) {
    if (Thread.currentThread().isInterrupted()) {
      return ModelFailure.STOPPED;
    }
    return failed.reversed().stream()
        .map(FailedTry::reason)
        .filter(reason -> reason != ModelFailure.PASSED_OVER)
        .findFirst()
        .orElse(ModelFailure.UNAVAILABLE);
  }

  private Report answer(
      ModelCall call,
      ModelRequest request,
      @Nullable String word,
      Candidate candidate,
      FirstText first,
      List<FailedTry> failed,
      @Nullable String traceparent)
      throws ModelException {
    String attempt = newAttempt();
    try (var deltas = deltas(call, attempt, traceparent)) {
      var guard =
          new LeakGuard(
              request.evidence().canary(),
              piece -> {
                first.heard();
                deltas.add(piece);
              });
      ModelReply reply = candidate.answer(word == null ? request : request.corrected(word), guard);
      guard.end();
      requireNoLeak(reply, guard, request.evidence());
      String correction = correction(reply, request, word != null);
      if (!correction.isEmpty()) {
        deltas.add(correction);
        reply = reply.followedBy(correction);
      }
      metrics.answered(candidate.name());
      finish(deltas, call);
      return answered(call, attempt, reply, failed);
    }
  }

  private static void requireNoLeak(ModelReply reply, LeakGuard guard, Evidence evidence)
      throws ModelException {
    String canary = evidence.canary();
    boolean inCalls =
        !canary.isEmpty()
            && reply.calls().stream().anyMatch(call -> call.arguments().contains(canary));
    if (guard.isLeaking() || inCalls) {
      throw new ModelException(
          ModelFailure.LEAKED, "the answer holds the canary", null, reply.usage(), null);
    }
  }

  /**
   * What has to be added to an answer; empty where it claims nothing that it has not done.
   *
   * @throws ModelException if it does, and the model was not told so yet
   */
  private static String correction(ModelReply reply, ModelRequest request, boolean corrected)
      throws ModelException {
    String said = reply.text();
    if (said == null
        || !reply.calls().isEmpty()
        || !Correction.isNeeded(said, request.evidence())) {
      return "";
    }
    if (!corrected) {
      throw new ModelException(
          ModelFailure.UNBACKED, "the answer claims what was not done", null, reply.usage(), null);
    }
    return Correction.of(said, request.evidence(), request.preferences().language());
  }

  /** Another try must not continue the text of the one before: its name tells them apart. */
  private String newAttempt() {
    var bytes = new byte[10];
    random.nextBytes(bytes);
    return Ids.encode(bytes);
  }

  private DeltaStream deltas(ModelCall call, String attempt, @Nullable String traceparent) {
    return new DeltaStream(
        (offset, piece) ->
            publisher.publish(
                Topics.REPLY_DELTAS,
                call.turn().conversation().value(),
                new ReplyDelta(
                    call.user(),
                    call.turn(),
                    call.ask(),
                    call.askSequence(),
                    attempt,
                    offset,
                    vault.seal(call.user(), piece)),
                traceparent),
        settings.deltaInterval(),
        settings.deltaCharacters());
  }

  /** A lost piece is no reason to pay for the answer again: the report has the whole text. */
  private static void finish(DeltaStream deltas, ModelCall call) {
    try {
      deltas.finish();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException lost) {
      log.warn(
          "Text of {} was not streamed: {}",
          call.ask(),
          requireNonNullElse(lost.getCause(), lost).getClass().getSimpleName());
    }
  }

  private Report answered(
      ModelCall call, String attempt, ModelReply reply, List<FailedTry> failed) {
    String said = reply.text();
    Personal text = said == null ? null : vault.seal(call.user(), said);
    List<ToolRequest> requests =
        reply.calls().stream().map(wanted -> sealed(call, wanted)).toList();
    long size =
        (text == null ? 0 : text.size())
            + requests.stream().mapToLong(request -> request.arguments().size()).sum();
    if (size > settings.maxAnswer().toBytes()) {
      failed.add(new FailedTry(ModelFailure.INCOMPLETE, reply.usage()));
      return new ModelFailed(call.user(), call.turn(), call.ask(), ModelFailure.INCOMPLETE, failed);
    }
    return new ModelAnswered(
        call.user(), call.turn(), call.ask(), attempt, text, requests, reply.usage(), failed);
  }

  private ToolRequest sealed(ModelCall call, ModelToolCall wanted) {
    String name = wanted.name();
    return new ToolRequest(
        name.substring(0, Math.min(name.length(), ToolRequest.NAME_LIMIT)),
        vault.seal(call.user(), wanted.arguments()));
  }
}
