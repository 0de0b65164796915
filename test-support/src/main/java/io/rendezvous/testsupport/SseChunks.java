package io.rendezvous.testsupport;

import io.rendezvous.common.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of OpenAI's {@code chat.completion.chunk} stream. */
final class SseChunks {
  private static final String MODEL = "scripted-model";

  private SseChunks() {}

  static String data(String data) {
    return "data: " + data + "\n\n";
  }

  static String text(String piece) {
    return delta(Map.of("role", "assistant", "content", piece));
  }

  static String toolCallStart(int index, String name) {
    return call(
        Map.of(
            "index",
            index,
            "id",
            "call_scripted_" + index,
            "type",
            "function",
            "function",
            Map.of("name", name, "arguments", "")));
  }

  static String toolCallPiece(int index, String arguments) {
    return call(Map.of("index", index, "function", Map.of("arguments", arguments)));
  }

  static String finish(@Nullable String reason) {
    return reason == null
        ? delta(Map.of())
        : chunk(
            Map.of(
                "choices",
                List.of(Map.of("index", 0, "delta", Map.of(), "finish_reason", reason))));
  }

  static String usage(int input, int cached, int output) {
    return chunk(
        Map.of(
            "choices",
            List.of(),
            "usage",
            Map.of(
                "prompt_tokens",
                input,
                "completion_tokens",
                output,
                "total_tokens",
                input + output,
                "prompt_tokens_details",
                Map.of("cached_tokens", cached))));
  }

  static String error(String message) {
    return Json.MAPPER.writeValueAsString(
        Map.of("error", Map.of("message", message, "type", "scripted")));
  }

  private static String call(Map<String, Object> call) {
    return delta(Map.of("tool_calls", List.of(call)));
  }

  private static String delta(Map<String, Object> delta) {
    return chunk(Map.of("choices", List.of(Map.of("index", 0, "delta", delta))));
  }

  private static String chunk(Map<String, Object> content) {
    var chunk = new LinkedHashMap<String, Object>();
    chunk.put("id", "chatcmpl-scripted");
    chunk.put("object", "chat.completion.chunk");
    chunk.put("created", 1_700_000_000);
    chunk.put("model", MODEL);
    chunk.putAll(content);
    return data(Json.MAPPER.writeValueAsString(chunk));
  }
}
