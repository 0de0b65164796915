package io.rendezvous.systemtest.http;

import java.util.Map;

/**
 * One request as it came.
 *
 * @param headers by name in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // Read once and dropped: never compared.
public record Asked(String method, String path, Map<String, String> headers, byte[] body) {
  public Asked {
    headers = Map.copyOf(headers);
  }
}
