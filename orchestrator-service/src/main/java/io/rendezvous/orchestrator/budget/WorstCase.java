package io.rendezvous.orchestrator.budget;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.budget.Amount;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.ToolCatalogue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The most that one try can take: no provider makes more tokens of a text than it has bytes, and
 * none writes more than it is let.
 *
 * @param inputNanos what the dearest provider takes for a token that it reads
 * @param outputNanos what the dearest provider takes for a token that it writes
 */
public record WorstCase(long inputNanos, long outputNanos) {
  /** The system prompt's own text, and what is said where an answer has to be made again. */
  private static final int OWN_BYTES = 8 * 1024;

  private static final int TOOL_BYTES =
      ToolCatalogue.ALL.stream()
          .mapToInt(
              tool ->
                  tool.name().length() + tool.description().length() + tool.inputSchema().length())
          .sum();

  /** What one try of this call can take. */
  public Amount of(ModelCall call) {
    long read =
        OWN_BYTES
            + TOOL_BYTES
            + size(call.systemPrompt())
            + size(call.summary())
            + size(call.preferences().systemPrompt())
            + size(call.preferences().goals())
            + call.messages().stream().mapToLong(ChatMessage::size).sum();
    long written = requireNonNull(call.parameters().maxTokens(), "the default says it");
    return new Amount(read + written, read * inputNanos + written * outputNanos);
  }

  private static long size(@Nullable Personal text) {
    return Stream.ofNullable(text).mapToLong(Personal::size).sum();
  }
}
