package io.rendezvous.orchestrator.model.provider;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import io.rendezvous.common.tool.ToolSpec;
import io.rendezvous.common.wire.Json;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Tool specs for a protocol that takes any JSON schema: every property as it is written. */
final class RawSchemas {
  private static final Set<String> KEYWORDS =
      Set.of("type", "description", "properties", "required", "additionalProperties");

  private RawSchemas() {}

  static ToolSpecification of(ToolSpec spec) {
    JsonNode schema = Json.MAPPER.readTree(spec.inputSchema());
    var parameters = JsonObjectSchema.builder();
    for (var entry : schema.properties()) {
      String keyword = entry.getKey();
      JsonNode value = entry.getValue();
      if (!KEYWORDS.contains(keyword)) {
        throw new IllegalArgumentException(
            "Expected a schema of "
                + KEYWORDS
                + ", but that of "
                + spec.name()
                + " has "
                + keyword);
      }
      switch (keyword) {
        case "description" -> parameters.description(value.stringValue());
        case "properties" ->
            value
                .properties()
                .forEach(
                    property ->
                        parameters.addProperty(
                            property.getKey(), JsonRawSchema.from(property.getValue().toString())));
        case "required" ->
            parameters.required(value.valueStream().map(JsonNode::stringValue).toList());
        default -> {
          // Every type is object; langchain4j has no place for additionalProperties, and the tool's
          // service checks the arguments anyway.
        }
      }
    }
    return ToolSpecification.builder()
        .name(spec.name())
        .description(spec.description())
        .parameters(parameters.build())
        .build();
  }
}
