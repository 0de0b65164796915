package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.model.Usage;
import io.rendezvous.common.wire.Json;
import io.rendezvous.orchestrator.model.ChatModel;
import io.rendezvous.orchestrator.model.ModelException;
import io.rendezvous.orchestrator.model.ModelMessage;
import io.rendezvous.orchestrator.model.ModelMessage.FromAssistant;
import io.rendezvous.orchestrator.model.ModelMessage.FromService;
import io.rendezvous.orchestrator.model.ModelMessage.FromTool;
import io.rendezvous.orchestrator.model.ModelMessage.FromUser;
import io.rendezvous.orchestrator.model.ModelReply;
import io.rendezvous.orchestrator.model.ModelRequest;
import io.rendezvous.orchestrator.model.ModelToolCall;
import io.rendezvous.orchestrator.model.offline.Step.Call;
import io.rendezvous.orchestrator.model.offline.Step.Say;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The model that needs no key: the same request always gets the same answer, worked out by rules
 * for French and English.
 */
public final class OfflineModel implements ChatModel {
  public static final String PROVIDER = "offline";
  public static final String MODEL = "rendezvous-offline-1";

  private static final Pattern WORD = Pattern.compile("\\s*\\S+\\s*");

  @Override
  public ModelReply answer(ModelRequest request, Consumer<String> text) throws ModelException {
    long began = System.nanoTime();
    Step step =
        switch (request.purpose()) {
          case ANSWER -> Assistant.next(request);
          case SUMMARY -> Recollection.of(request);
        };
    return switch (step) {
      case Say(var answer) -> {
        stream(answer, text);
        yield new ModelReply(answer, List.of(), usage(request, words(answer), began));
      }
      case Call(var tool, var arguments) -> {
        stopIfInterrupted();
        String json = Json.MAPPER.writeValueAsString(arguments);
        var call = new ModelToolCall(null, tool, json);
        yield new ModelReply(null, List.of(call), usage(request, words(json), began));
      }
    };
  }

  private static void stream(String answer, Consumer<String> text) throws ModelException {
    for (String piece : WORD.matcher(answer).results().map(MatchResult::group).toList()) {
      stopIfInterrupted();
      text.accept(piece);
    }
  }

  private static void stopIfInterrupted() throws ModelException {
    if (Thread.interrupted()) {
      throw ModelException.stopped();
    }
  }

  /** Words are what this model counts as tokens. */
  private static Usage usage(ModelRequest request, long outputWords, long began) {
    long inputWords = request.messages().stream().mapToLong(OfflineModel::words).sum();
    return new Usage(
        PROVIDER,
        MODEL,
        inputWords,
        0,
        outputWords,
        0,
        false,
        Duration.ofNanos(System.nanoTime() - began).toMillis());
  }

  private static long words(ModelMessage message) {
    return switch (message) {
      case FromUser(var said) -> words(said);
      case FromAssistant(var said, var calls) ->
          (said == null ? 0 : words(said))
              + calls.stream().mapToLong(call -> words(call.arguments())).sum();
      case FromService(var told, _) -> words(told);
      case FromTool answer -> words(answer.result());
    };
  }

  private static long words(String text) {
    return WORD.matcher(text).results().count();
  }
}
