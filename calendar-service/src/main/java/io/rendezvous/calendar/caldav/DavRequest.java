package io.rendezvous.calendar.caldav;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request to a server. */
record DavRequest(String method, URI uri, Map<String, String> headers, @Nullable String body) {
  private static final String XML = "application/xml; charset=utf-8";

  static DavRequest get(URI uri) {
    return new DavRequest("GET", uri, Map.of(), null);
  }

  static DavRequest propfind(URI uri, int depth, String body) {
    return new DavRequest("PROPFIND", uri, xml(Integer.toString(depth)), body);
  }

  static DavRequest report(URI uri, int depth, String body) {
    return new DavRequest("REPORT", uri, xml(Integer.toString(depth)), body);
  }

  static DavRequest create(URI uri, String object) {
    return put(uri, object, "If-None-Match", "*");
  }

  static DavRequest replace(URI uri, String object, String etag) {
    return put(uri, object, "If-Match", etag);
  }

  static DavRequest delete(URI uri, String etag) {
    return new DavRequest("DELETE", uri, Map.of("If-Match", etag), null);
  }

  DavRequest to(URI elsewhere) {
    return new DavRequest(method, elsewhere, headers, body);
  }

  private static DavRequest put(URI uri, String object, String condition, String value) {
    return new DavRequest(
        "PUT",
        uri,
        Map.of("Content-Type", "text/calendar; charset=utf-8", condition, value),
        object);
  }

  private static Map<String, String> xml(String depth) {
    return Map.of("Content-Type", XML, "Depth", depth);
  }
}
