package io.rendezvous.systemtest;

import io.rendezvous.common.wire.Json;
import tools.jackson.databind.JsonNode;

/** One event of a stream, as it came. */
record SseEvent(String id, String event, String data) {
  JsonNode json() {
    return Json.MAPPER.readTree(data);
  }

  String text(String field) {
    return json().path(field).asString("");
  }

  boolean is(String name) {
    return event.equals(name);
  }
}
