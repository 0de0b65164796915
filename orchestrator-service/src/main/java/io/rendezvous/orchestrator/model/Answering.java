package io.rendezvous.orchestrator.model;

import static java.util.Objects.requireNonNullElse;

import io.rendezvous.common.id.Ids;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ModelPurpose;
import io.rendezvous.common.model.ReplyDelta;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.orchestrator.model.check.Correction;
import io.rendezvous.orchestrator.model.check.LeakGuard;
import io.rendezvous.orchestrator.model.check.LinkGuard;
import java.security.SecureRandom;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has one model answer: streams its text as it comes, and checks it before it counts; a summary is
 * for nobody to see.
 */
final class Answering {
  private static final Logger log = LoggerFactory.getLogger(Answering.class);

  private final Vault vault;
  private final Publisher publisher;
  private final ModelWorkerSettings settings;
  private final SecureRandom random = new SecureRandom();

  Answering(Vault vault, Publisher publisher, ModelWorkerSettings settings) {
    this.vault = vault;
    this.publisher = publisher;
    this.settings = settings;
  }

  /**
   * The answer, streamed to its end.
   *
   * @param rework what the model is told of its answer before, if anything; told once, it is
   *     corrected the next time
   * @param permit to be taken before the model is asked
   * @throws ModelException if there is none, or none that may be shown
   */
  Answer answer(
      ModelCall call,
      ModelRequest request,
      @Nullable Rework rework,
      Candidate candidate,
      Permit permit,
      FirstText first,
      @Nullable String traceparent)
      throws ModelException {
    String attempt = newAttempt();
    if (call.purpose() == ModelPurpose.SUMMARY) {
      return new Answer(attempt, candidate.answer(request, permit, _ -> {}));
    }
    try (var deltas = deltas(call, attempt, traceparent)) {
      var links =
          new LinkGuard(
              request.evidence().addresses(),
              request.preferences().language(),
              piece -> {
                first.heard();
                deltas.add(piece);
              });
      var guard = new LeakGuard(request.evidence().canary(), links);
      ModelReply reply =
          candidate.answer(
              rework == null ? request : request.corrected(rework.words()), permit, guard);
      guard.end();
      requireNoLeak(reply, guard, request.evidence().canary());
      links.end();
      reply = reply.saying(links.passed());
      String correction = correction(reply, request, rework);
      if (!correction.isEmpty()) {
        deltas.add(correction);
        reply = reply.followedBy(correction);
      }
      finish(deltas, call);
      return new Answer(attempt, reply);
    }
  }

  private static void requireNoLeak(ModelReply reply, LeakGuard guard, String canary)
      throws ModelException {
    boolean inCalls =
        !canary.isEmpty()
            && reply.calls().stream().anyMatch(call -> call.arguments().contains(canary));
    if (guard.isLeaking() || inCalls) {
      throw new ModelException(
          ModelFailure.LEAKED, "the answer holds the canary", null, reply.usage(), null);
    }
  }

  /**
   * What has to be added to an answer; empty where it claims nothing that was not done.
   *
   * @throws ModelException if it does, and the model was not told so yet
   */
  private static String correction(ModelReply reply, ModelRequest request, @Nullable Rework rework)
      throws ModelException {
    String said = reply.text();
    if (said == null
        || !reply.calls().isEmpty()
        || !Correction.isNeeded(said, request.evidence())) {
      return "";
    }
    if (rework == null) {
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
}
