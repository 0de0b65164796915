package io.rendezvous.orchestrator.model.provider;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.rendezvous.common.tool.ToolSpec;
import io.rendezvous.common.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tool specs for a protocol that knows types and descriptions, and no bounds: the tool's service
 * checks the arguments anyway.
 */
final class TypedSchemas {
  private TypedSchemas() {}

  static ToolSpecification of(ToolSpec spec) {
    return ToolSpecification.builder()
        .name(spec.name())
        .description(spec.description())
        .parameters(object(Json.MAPPER.readTree(spec.inputSchema())))
        .build();
  }

  private static JsonSchemaElement element(JsonNode schema) {
    if (schema.has("enum")) {
      return JsonEnumSchema.builder()
          .description(description(schema))
          .enumValues(schema.get("enum").valueStream().map(JsonNode::stringValue).toList())
          .build();
    }
    String type = schema.path("type").asString();
    return switch (type) {
      case "string" -> JsonStringSchema.builder().description(description(schema)).build();
      case "integer" -> JsonIntegerSchema.builder().description(description(schema)).build();
      case "number" -> JsonNumberSchema.builder().description(description(schema)).build();
      case "boolean" -> JsonBooleanSchema.builder().description(description(schema)).build();
      case "array" ->
          JsonArraySchema.builder()
              .description(description(schema))
              .items(element(schema.get("items")))
              .build();
      case "object" -> object(schema);
      default ->
          throw new IllegalArgumentException("Expected a schema with a type, but found " + type);
    };
  }

  private static JsonObjectSchema object(JsonNode schema) {
    var object = JsonObjectSchema.builder().description(description(schema));
    schema
        .path("properties")
        .properties()
        .forEach(property -> object.addProperty(property.getKey(), element(property.getValue())));
    return object
        .required(schema.path("required").valueStream().map(JsonNode::stringValue).toList())
        .build();
  }

  private static @Nullable String description(JsonNode schema) {
    return schema.path("description").stringValue(null);
  }
}
