package io.rendezvous.testsupport.google;

import io.rendezvous.common.wire.Json;
import java.util.List;
import java.util.Map;

/** An error as Google's guide to them shows it. */
final class GoogleError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  final int status;
  final String reason;

  GoogleError(int status, String reason) {
    super(reason);
    this.status = status;
    this.reason = reason;
  }

  static GoogleError missing() {
    return new GoogleError(404, "notFound");
  }

  static GoogleError invalid() {
    return new GoogleError(400, "invalid");
  }

  String body() {
    var error = Map.of("domain", "global", "reason", reason, "message", "As scripted");
    return Json.MAPPER.writeValueAsString(
        Map.of("error", Map.of("code", status, "message", "x", "errors", List.of(error))));
  }
}
