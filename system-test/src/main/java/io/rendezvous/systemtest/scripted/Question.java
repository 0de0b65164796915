package io.rendezvous.systemtest.scripted;

import io.rendezvous.common.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * What matters of a chat completion request, read without keeping the rest.
 *
 * @param text the last that the user said
 * @param toolResults how many results of tools came after it
 * @param mayCall whether it offers tools
 * @param maxTokens how long the answer may be
 * @param bytes how large the whole request was
 */
record Question(String text, int toolResults, boolean mayCall, int maxTokens, int bytes) {
  /** How the product asks a model to correct itself: not the user's words. */
  private static final String CORRECTION = "Your last answer ";

  /** What was said, and what came after it. */
  private record Said(String text, int toolResults) {}

  static Question read(byte[] body) {
    Said said = null;
    boolean tools = false;
    int maxTokens = 0;
    try (JsonParser parser = Json.MAPPER.createParser(body)) {
      parser.nextToken();
      for (String field = parser.nextName(); field != null; field = parser.nextName()) {
        parser.nextToken();
        switch (field) {
          case "messages" -> said = messages(parser);
          case "max_tokens" -> maxTokens = parser.getIntValue();
          default -> {
            tools |= field.equals("tools");
            parser.skipChildren();
          }
        }
      }
    }
    if (said == null) {
      throw new IllegalArgumentException("Expected messages in the request, but found none");
    }
    return new Question(said.text(), said.toolResults(), tools, maxTokens, body.length);
  }

  private static Said messages(JsonParser parser) {
    String text = "";
    int toolResults = 0;
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      String role = "";
      String content = "";
      for (String field = parser.nextName(); field != null; field = parser.nextName()) {
        JsonToken value = parser.nextToken();
        switch (field) {
          case "role" -> role = parser.getString();
          case "content" ->
              content = value == JsonToken.VALUE_STRING ? text(parser, role) : parts(parser);
          default -> parser.skipChildren();
        }
      }
      if (role.equals("user") && !content.startsWith(CORRECTION)) {
        text = content;
        toolResults = 0;
      } else if (role.equals("tool")) {
        toolResults++;
      }
    }
    return new Said(text, toolResults);
  }

  /** What tools and the model said may be long, and does not matter. */
  private static String text(JsonParser parser, String role) {
    return role.equals("tool") || role.equals("assistant") || role.equals("system")
        ? ""
        : parser.getString();
  }

  private static String parts(JsonParser parser) {
    @Nullable JsonNode node = parser.readValueAsTree();
    var text = new StringBuilder();
    if (node != null) {
      node.forEach(part -> text.append(part.path("text").asString("")));
    }
    return text.toString();
  }
}
