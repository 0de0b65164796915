package io.rendezvous.common.tool;

import io.rendezvous.common.topic.Topic;

/**
 * What a model is told of a tool.
 *
 * @param inputSchema JSON Schema of the arguments
 * @param topic where its calls go
 */
public record ToolSpec(String name, String description, String inputSchema, Topic topic) {}
