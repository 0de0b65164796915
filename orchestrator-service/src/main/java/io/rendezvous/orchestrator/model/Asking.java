package io.rendezvous.orchestrator.model;

import static java.util.Objects.requireNonNullElse;

import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ReplyDelta;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Publisher;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a model until its answer is whole, or no try or time is left; streams what it says. */
final class Asking {
  private static final Logger log = LoggerFactory.getLogger(Asking.class);

  private final ChatModel model;
  private final Vault vault;
  private final Publisher publisher;
  private final ModelWorkerSettings settings;
  private final ModelMetrics metrics;
  private final Retries retries;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Asking(
      ChatModel model,
      Vault vault,
      Publisher publisher,
      ModelWorkerSettings settings,
      ModelMetrics metrics,
      InstantSource clock) {
    this.model = model;
    this.vault = vault;
    this.publisher = publisher;
    this.settings = settings;
    this.metrics = metrics;
    this.retries = new Retries(settings.attempts(), settings.firstBackoff(), settings.maxBackoff());
    this.clock = clock;
  }

  /** The report of this call; interrupting it stops the model. */
  Report ask(ModelCall call, ModelRequest request, @Nullable String traceparent)
      throws InterruptedException {
    var spending = new Spending();
    var first = new FirstText(metrics);
    for (int tries = 1; ; tries++) {
      String attempt = newAttempt();
      try (var deltas = deltas(call, attempt, traceparent)) {
        ModelReply reply =
            model.answer(
                request,
                piece -> {
                  first.heard();
                  deltas.add(piece);
                });
        finish(deltas, call);
        spending.add(reply.usage());
        return answered(call, attempt, reply, requireNonNullElse(spending.total(), reply.usage()));
      } catch (ModelException failure) {
        spending.add(failure.usage());
        Duration pause = retries.pauseAfter(tries, failure, clock.instant(), call.deadline());
        log.warn(
            "Try {} of {} failed with {}, {}: {}",
            tries,
            call.ask(),
            failure.reason(),
            pause == null ? "the last" : "the next in " + pause,
            failure.getMessage());
        if (pause == null) {
          return new ModelFailed(
              call.user(), call.turn(), call.ask(), failure.reason(), spending.total());
        }
        Thread.sleep(pause);
      }
    }
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
  private static void finish(DeltaStream deltas, ModelCall call) throws InterruptedException {
    try {
      deltas.finish();
    } catch (ExecutionException lost) {
      log.warn(
          "Text of {} was not streamed: {}",
          call.ask(),
          requireNonNullElse(lost.getCause(), lost).getClass().getSimpleName());
    }
  }

  private Report answered(ModelCall call, String attempt, ModelReply reply, Usage usage) {
    String said = reply.text();
    Personal text = said == null ? null : vault.seal(call.user(), said);
    List<ToolRequest> requests =
        reply.calls().stream().map(wanted -> sealed(call, wanted)).toList();
    long size =
        (text == null ? 0 : text.size())
            + requests.stream().mapToLong(request -> request.arguments().size()).sum();
    if (size > settings.maxAnswer().toBytes()) {
      return new ModelFailed(call.user(), call.turn(), call.ask(), ModelFailure.INCOMPLETE, usage);
    }
    return new ModelAnswered(call.user(), call.turn(), call.ask(), attempt, text, requests, usage);
  }

  private ToolRequest sealed(ModelCall call, ModelToolCall wanted) {
    String name = wanted.name();
    return new ToolRequest(
        name.substring(0, Math.min(name.length(), ToolRequest.NAME_LIMIT)),
        vault.seal(call.user(), wanted.arguments()));
  }
}
