package io.rendezvous.testsupport;

import io.rendezvous.testsupport.ScriptedAnswer.Ending;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of Anthropic's Messages API: a message of content blocks, one after the other. */
final class AnthropicChunks implements ScriptedChunks {
  private static final int TEXT = -1;

  private boolean begun;
  private int blocks;

  /** What the open block is: a call by its index, or text; null where none is open. */
  private @Nullable Integer open;

  @Override
  public String text(String piece) {
    return begin(TEXT, Map.of("type", "text", "text", ""))
        + delta(Map.of("type", "text_delta", "text", piece));
  }

  @Override
  public String callStart(int index, String name) {
    return begin(
        index,
        Map.of(
            "type", "tool_use", "id", "toolu_scripted_" + index, "name", name, "input", Map.of()));
  }

  /** Blocks come one after the other: a piece of an earlier call is its own block's no more. */
  @Override
  public String callPiece(int index, String arguments) {
    if (open == null || open != index) {
      throw new IllegalArgumentException("Expected the pieces of one call after the other");
    }
    return delta(Map.of("type", "input_json_delta", "partial_json", arguments));
  }

  @Override
  public String end(Ending ending) {
    String reason =
        switch (ending) {
          case STOP -> "end_turn";
          case CALLS, MALFORMED_CALL -> "tool_use";
          case LENGTH -> "max_tokens";
          case FILTERED -> "refusal";
          case NONE -> null;
        };
    var delta = new LinkedHashMap<String, Object>();
    delta.put("stop_reason", reason);
    delta.put("stop_sequence", null);
    return message()
        + malformed(ending)
        + close()
        + event("message_delta", Map.of("delta", delta, "usage", Map.of("output_tokens", OUTPUT)))
        + event("message_stop", Map.of());
  }

  private String malformed(Ending ending) {
    return ending == Ending.MALFORMED_CALL
        ? callStart(0, "list_events") + callPiece(0, ScriptedChunks.BROKEN_ARGUMENTS)
        : "";
  }

  @Override
  public String error(String message) {
    return ScriptedChunks.json(
        Map.of("type", "error", "error", Map.of("type", "api_error", "message", message)));
  }

  private String begin(int what, Map<String, Object> block) {
    if (open != null && open == what) {
      return "";
    }
    String before = message() + close();
    open = what;
    return before + event("content_block_start", Map.of("index", blocks, "content_block", block));
  }

  private String message() {
    if (begun) {
      return "";
    }
    begun = true;
    var message = new LinkedHashMap<String, Object>();
    message.put("id", "msg_scripted");
    message.put("type", "message");
    message.put("role", "assistant");
    message.put("model", MODEL);
    message.put("content", List.of());
    message.put("stop_reason", null);
    message.put("stop_sequence", null);
    // What is read from the cache is not part of the input tokens here.
    message.put(
        "usage",
        Map.of(
            "input_tokens",
            INPUT - CACHED,
            "cache_read_input_tokens",
            CACHED,
            "cache_creation_input_tokens",
            0,
            "output_tokens",
            1));
    return event("message_start", Map.of("message", message));
  }

  private String close() {
    if (open == null) {
      return "";
    }
    open = null;
    return event("content_block_stop", Map.of("index", blocks++));
  }

  private String delta(Map<String, Object> delta) {
    return event("content_block_delta", Map.of("index", blocks, "delta", delta));
  }

  private static String event(String type, Map<String, Object> content) {
    var data = new LinkedHashMap<String, Object>();
    data.put("type", type);
    data.putAll(content);
    return "event: " + type + "\n" + ScriptedChunks.event(ScriptedChunks.json(data));
  }
}
