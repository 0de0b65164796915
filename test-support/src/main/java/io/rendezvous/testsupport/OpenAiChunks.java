package io.rendezvous.testsupport;

import io.rendezvous.testsupport.ScriptedAnswer.Ending;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code chat.completion.chunk}, as OpenAI documents it. */
final class OpenAiChunks implements ScriptedChunks {
  @Override
  public String text(String piece) {
    return delta(Map.of("role", "assistant", "content", piece));
  }

  @Override
  public String callStart(int index, String name) {
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

  @Override
  public String callPiece(int index, String arguments) {
    return call(Map.of("index", index, "function", Map.of("arguments", arguments)));
  }

  @Override
  public String end(Ending ending) {
    return malformed(ending)
        + finish(ending)
        + chunk(
            Map.of(
                "choices",
                List.of(),
                "usage",
                Map.of(
                    "prompt_tokens",
                    INPUT,
                    "completion_tokens",
                    OUTPUT,
                    "total_tokens",
                    INPUT + OUTPUT,
                    "prompt_tokens_details",
                    Map.of("cached_tokens", CACHED))))
        + ScriptedChunks.event("[DONE]");
  }

  private String malformed(Ending ending) {
    return ending == Ending.MALFORMED_CALL
        ? callStart(0, "list_events") + callPiece(0, ScriptedChunks.BROKEN_ARGUMENTS)
        : "";
  }

  private static String finish(Ending ending) {
    String reason =
        switch (ending) {
          case STOP -> "stop";
          case CALLS, MALFORMED_CALL -> "tool_calls";
          case LENGTH -> "length";
          case FILTERED -> "content_filter";
          case NONE -> null;
        };
    return reason == null
        ? delta(Map.of())
        : chunk(
            Map.of(
                "choices",
                List.of(Map.of("index", 0, "delta", Map.of(), "finish_reason", reason))));
  }

  @Override
  public String error(String message) {
    return ScriptedChunks.json(Map.of("error", Map.of("message", message, "type", "scripted")));
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
    return ScriptedChunks.event(ScriptedChunks.json(chunk));
  }
}
