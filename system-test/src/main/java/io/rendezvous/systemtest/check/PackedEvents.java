package io.rendezvous.systemtest.check;

import io.rendezvous.common.wire.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Events as items hold them. */
final class PackedEvents {
  private PackedEvents() {}

  static JsonNode of(List<Fact> facts) {
    var events = Json.MAPPER.createArrayNode();
    for (Fact fact : facts) {
      events
          .addObject()
          .put("sequence", fact.sequence())
          .put("at", fact.at().toString())
          .set("event", fact.raw());
    }
    // Read back, so that numbers are of the same kind as in what is read from a table.
    return Json.MAPPER.readTree(events.toString());
  }
}
