package io.rendezvous.systemtest;

import io.rendezvous.common.wire.Json;
import java.net.http.HttpHeaders;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the gateway answered, whole. */
record Answer(int status, HttpHeaders headers, String body) {
  JsonNode json() {
    return Json.MAPPER.readTree(body);
  }

  String text(String field) {
    return json().path(field).asString("");
  }

  Stream<JsonNode> items() {
    return StreamSupport.stream(json().path("items").spliterator(), false);
  }

  String contentType() {
    return headers.firstValue("Content-Type").orElse("");
  }
}
