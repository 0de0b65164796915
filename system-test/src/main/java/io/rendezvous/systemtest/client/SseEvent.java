package io.rendezvous.systemtest.client;

import io.rendezvous.common.wire.Json;
import tools.jackson.databind.JsonNode;

/** One event of a stream, as it came. */
public record SseEvent(String id, String event, String data) {
  public JsonNode json() {
    return Json.MAPPER.readTree(data);
  }

  public String text(String field) {
    return json().path(field).asString("");
  }

  public boolean is(String name) {
    return event.equals(name);
  }
}
