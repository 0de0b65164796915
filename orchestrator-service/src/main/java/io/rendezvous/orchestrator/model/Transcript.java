package io.rendezvous.orchestrator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation's older part as text.
 *
 * @param summary of what came before it, if anything
 */
record Transcript(@Nullable String summary, List<ModelMessage> messages) {
  private static final int RESULT_CHARACTERS = 2_000;

  Transcript {
    messages = List.copyOf(messages);
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    if (summary != null) {
      text.append("[summary so far] ").append(summary).append('\n');
    }
    for (ModelMessage message : messages) {
      switch (message) {
        case ModelMessage.FromUser(var said) -> line(text, "user", said);
        case ModelMessage.FromService(var told, _) -> line(text, "service", shortened(told));
        case ModelMessage.FromAssistant(var said, var calls) -> {
          if (said != null) {
            line(text, "assistant", said);
          }
          calls.forEach(call -> line(text, "call " + call.name(), call.arguments()));
        }
        case ModelMessage.FromTool answer ->
            line(text, "result of " + answer.name(), shortened(answer.result()));
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String who, String what) {
    // What somebody says cannot look like what another does: only a new message begins a line.
    text.append('[').append(who).append("] ").append(what.replace("\n", "\n  ")).append('\n');
  }

  /** A long list of events is not what a summary is about. */
  private static String shortened(String result) {
    return result.length() <= RESULT_CHARACTERS
        ? result
        : result.substring(0, RESULT_CHARACTERS) + "…";
  }
}
