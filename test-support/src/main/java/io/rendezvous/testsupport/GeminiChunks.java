package io.rendezvous.testsupport;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.wire.Json;
import io.rendezvous.testsupport.ScriptedAnswer.Ending;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code streamGenerateContent} of Gemini: calls come whole, and nothing marks the end. */
final class GeminiChunks implements ScriptedChunks {
  private final Map<Integer, Call> calls = new TreeMap<>();

  private record Call(String name, StringBuilder arguments) {
    Map<String, Object> written() {
      return Map.of("name", name, "args", Json.MAPPER.readTree(arguments.toString()));
    }
  }

  @Override
  public String text(String piece) {
    return parts(List.of(Map.of("text", piece)));
  }

  @Override
  public String callStart(int index, String name) {
    calls.put(index, new Call(name, new StringBuilder()));
    return "";
  }

  @Override
  public String callPiece(int index, String piece) {
    requireNonNull(calls.get(index), "a call that was begun").arguments().append(piece);
    return "";
  }

  @Override
  public String end(Ending ending) {
    var whole = new StringBuilder();
    if (ending == Ending.CALLS || ending == Ending.NONE) {
      calls
          .values()
          .forEach(call -> whole.append(parts(List.of(Map.of("functionCall", call.written())))));
    }
    var candidate = new LinkedHashMap<String, Object>();
    candidate.put("content", Map.of("role", "model", "parts", List.of()));
    switch (ending) {
      case STOP, CALLS -> candidate.put("finishReason", "STOP");
      case LENGTH -> candidate.put("finishReason", "MAX_TOKENS");
      case FILTERED -> candidate.put("finishReason", "SAFETY");
      case MALFORMED_CALL -> candidate.put("finishReason", "MALFORMED_FUNCTION_CALL");
      case NONE -> {
        // Ends as if there were more to come.
      }
    }
    candidate.put("index", 0);
    return whole
        + chunk(
            Map.of(
                "candidates",
                List.of(candidate),
                "usageMetadata",
                Map.of(
                    "promptTokenCount",
                    INPUT,
                    "cachedContentTokenCount",
                    CACHED,
                    "candidatesTokenCount",
                    OUTPUT,
                    "totalTokenCount",
                    INPUT + OUTPUT)));
  }

  @Override
  public String error(String message) {
    return ScriptedChunks.json(
        Map.of("error", Map.of("code", 500, "message", message, "status", "INTERNAL")));
  }

  private static String parts(List<Map<String, Object>> parts) {
    return chunk(
        Map.of(
            "candidates",
            List.of(Map.of("content", Map.of("role", "model", "parts", parts), "index", 0))));
  }

  private static String chunk(Map<String, Object> content) {
    var chunk = new LinkedHashMap<String, Object>(content);
    chunk.put("modelVersion", MODEL);
    chunk.put("responseId", "scripted");
    return ScriptedChunks.event(ScriptedChunks.json(chunk));
  }
}
