package io.rendezvous.systemtest.scripted;

import io.rendezvous.common.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events of OpenAI's {@code chat.completion.chunk} stream, as bytes. */
final class Chunks {
  static final String STOP = "stop";
  static final String TOOL_CALLS = "tool_calls";

  private Chunks() {}

  static byte[] text(String piece) {
    return bytes(delta(Map.of("role", "assistant", "content", piece)));
  }

  static byte[] call(String name, String arguments) {
    return bytes(
        delta(
            Map.of(
                "role",
                "assistant",
                "tool_calls",
                List.of(
                    Map.of(
                        "index",
                        0,
                        "id",
                        "call_scripted",
                        "type",
                        "function",
                        "function",
                        Map.of("name", name, "arguments", arguments))))));
  }

  static byte[] error(String message) {
    return Json.MAPPER.writeValueAsBytes(
        Map.of("error", Map.of("message", message, "type", "scripted")));
  }

  /** The finish reason, the usage and the end mark. */
  static byte[] end(String reason, int inputTokens, int outputTokens) {
    return bytes(
        chunk(
                Map.of(
                    "choices",
                    List.of(Map.of("index", 0, "delta", Map.of(), "finish_reason", reason))))
            + chunk(
                Map.of(
                    "choices",
                    List.of(),
                    "usage",
                    Map.of(
                        "prompt_tokens",
                        inputTokens,
                        "completion_tokens",
                        outputTokens,
                        "total_tokens",
                        inputTokens + outputTokens)))
            + "data: [DONE]\n\n");
  }

  private static String delta(Map<String, Object> delta) {
    return chunk(Map.of("choices", List.of(Map.of("index", 0, "delta", delta))));
  }

  private static String chunk(Map<String, Object> content) {
    var chunk = new LinkedHashMap<String, Object>();
    chunk.put("id", "chatcmpl-scripted");
    chunk.put("object", "chat.completion.chunk");
    chunk.put("created", 1_700_000_000);
    chunk.put("model", "scripted-model");
    chunk.putAll(content);
    return "data: " + Json.MAPPER.writeValueAsString(chunk) + "\n\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
