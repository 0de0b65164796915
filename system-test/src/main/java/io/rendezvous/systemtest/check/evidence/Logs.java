package io.rendezvous.systemtest.check.evidence;

import io.rendezvous.common.command.Command;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.tool.ToolCall;
import java.util.List;

/**
 * All committed records, each partition's in its order.
 *
 * @param commands of {@code prompts}, {@code outcomes} and {@code timers}
 */
public record Logs(
    List<Logged<Decision>> history,
    List<Logged<Command>> commands,
    List<Logged<ToolCall>> toolCalls,
    List<Logged<ModelCall>> modelCalls,
    List<DeadLetter> deadLetters,
    List<Unreadable> unreadable) {
  public static final Logs NONE =
      new Logs(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Logs {
    history = List.copyOf(history);
    commands = List.copyOf(commands);
    toolCalls = List.copyOf(toolCalls);
    modelCalls = List.copyOf(modelCalls);
    deadLetters = List.copyOf(deadLetters);
    unreadable = List.copyOf(unreadable);
  }
}
