package io.rendezvous.testsupport;

import io.rendezvous.common.wire.Json;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One request that a scripted server has taken.
 *
 * @param headers by name in lower case
 */
public record ScriptedRequest(String path, Map<String, String> headers, String body) {
  public JsonNode json() {
    return Json.MAPPER.readTree(body);
  }
}
