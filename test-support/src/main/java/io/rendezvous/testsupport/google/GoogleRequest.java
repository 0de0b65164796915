package io.rendezvous.testsupport.google;

import com.sun.net.httpserver.HttpExchange;
import io.rendezvous.common.wire.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** One request as the scripted server got it; {@code path} is what follows the version. */
public record GoogleRequest(
    String method,
    List<String> path,
    Map<String, String> query,
    String token,
    String ifMatch,
    ObjectNode body) {
  private static final String BASE = "/calendar/v3/";

  static GoogleRequest of(HttpExchange exchange) throws IOException {
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var headers = exchange.getRequestHeaders();
    return new GoogleRequest(
        exchange.getRequestMethod(),
        Arrays.stream(exchange.getRequestURI().getRawPath().substring(BASE.length()).split("/"))
            .map(GoogleRequest::decoded)
            .toList(),
        query(exchange.getRequestURI().getRawQuery()),
        String.valueOf(headers.getFirst("Authorization")).replace("Bearer ", ""),
        headers.getFirst("If-Match"),
        text.isEmpty() ? Json.MAPPER.createObjectNode() : (ObjectNode) Json.MAPPER.readTree(text));
  }

  public boolean is(String parameter) {
    return "true".equals(query.get(parameter));
  }

  private static Map<String, String> query(String raw) {
    var query = new HashMap<String, String>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      query.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
