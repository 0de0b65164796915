package io.rendezvous.orchestrator.model.provider;

import static java.util.Objects.requireNonNullElse;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.wire.Json;
import io.rendezvous.orchestrator.model.ModelException;
import io.rendezvous.orchestrator.model.ModelReply;
import io.rendezvous.orchestrator.model.ModelRequest;
import io.rendezvous.orchestrator.model.ModelToolCall;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Gathers an answer as it comes; the first end that it is told of counts. */
final class StreamedAnswer implements StreamingChatResponseHandler {
  private final Wire wire;
  private final Consumer<String> listener;
  private final Runnable stop;
  private final StringBuilder text = new StringBuilder();
  private @Nullable ChatResponse response;
  private @Nullable Throwable failure;

  /**
   * Nothing is gathered after a failure.
   *
   * @param stop ends the stream, of which langchain4j would read on after a bad event
   */
  StreamedAnswer(Wire wire, Consumer<String> listener, Runnable stop) {
    this.wire = wire;
    this.listener = listener;
    this.stop = stop;
  }

  @Override
  public void onPartialResponse(String piece) {
    if (failure == null) {
      text.append(piece);
      listener.accept(piece);
    }
  }

  @Override
  public void onCompleteResponse(ChatResponse complete) {
    if (failure == null) {
      response = complete;
    }
  }

  @Override
  public void onError(Throwable cause) {
    if (failure == null && response == null) {
      failure = cause;
      stop.run();
    }
  }

  /** How much text has come. */
  int characters() {
    return text.length();
  }

  ModelReply reply(ModelRequest request, ProviderUsage usage) throws ModelException {
    ChatResponse whole = response;
    if (failure != null || whole == null) {
      throw incomplete("part of the answer could not be read", null);
    }
    Usage told = usage.of(whole);
    Usage spent = told == null ? usage.estimate(request, characters()) : told;
    FinishReason finish = whole.finishReason();
    if (finish != FinishReason.STOP && finish != FinishReason.TOOL_EXECUTION) {
      throw new ModelException(
          reason(finish), "the answer ended with " + finish, null, spent, null);
    }
    List<ModelToolCall> calls =
        whole.aiMessage().toolExecutionRequests().stream().map(StreamedAnswer::call).toList();
    if (!calls.stream().allMatch(StreamedAnswer::isReadable)) {
      throw new ModelException(
          ModelFailure.MALFORMED, "a call's arguments are no object", null, spent, null);
    }
    String said = text.toString();
    if (calls.isEmpty() && said.isBlank()) {
      throw incomplete("the answer is empty", spent);
    }
    return new ModelReply(said.isEmpty() ? null : said, calls, spent);
  }

  private ModelFailure reason(@Nullable FinishReason finish) {
    return switch (finish) {
      case CONTENT_FILTER -> ModelFailure.FILTERED;
      case OTHER -> wire.unnamedEnding();
      case null, default -> ModelFailure.INCOMPLETE;
    };
  }

  private static ModelToolCall call(ToolExecutionRequest request) {
    String arguments = requireNonNullElse(request.arguments(), "");
    return new ModelToolCall(
        null, requireNonNullElse(request.name(), ""), arguments.isBlank() ? "{}" : arguments);
  }

  private static boolean isReadable(ModelToolCall call) {
    try {
      return Json.MAPPER.readTree(call.arguments()).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }

  private static ModelException incomplete(String message, @Nullable Usage usage) {
    return new ModelException(ModelFailure.INCOMPLETE, message, null, usage, null);
  }
}
