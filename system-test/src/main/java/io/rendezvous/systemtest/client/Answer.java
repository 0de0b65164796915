package io.rendezvous.systemtest.client;

import io.rendezvous.common.wire.Json;
import java.net.http.HttpHeaders;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the gateway answered, whole. */
public record Answer(int status, HttpHeaders headers, String body) {
  public JsonNode json() {
    return Json.MAPPER.readTree(body);
  }

  public String text(String field) {
    return json().path(field).asString("");
  }

  public Stream<JsonNode> items() {
    return StreamSupport.stream(json().path("items").spliterator(), false);
  }

  public String contentType() {
    return headers.firstValue("Content-Type").orElse("");
  }
}
