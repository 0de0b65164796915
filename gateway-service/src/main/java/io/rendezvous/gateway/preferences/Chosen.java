package io.rendezvous.gateway.preferences;

import io.rendezvous.common.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a user has chosen, and nothing of what holds by default.
 *
 * @param version counts the changes; 0 where nothing was ever chosen
 */
record Chosen(long version, ObjectNode document) {
  static Chosen nothing() {
    return new Chosen(0, Json.MAPPER.createObjectNode());
  }

  /** As an HTTP validator. */
  String etag() {
    return "\"" + version + "\"";
  }
}
