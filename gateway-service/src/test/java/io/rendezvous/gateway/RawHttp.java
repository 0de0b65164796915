package io.rendezvous.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests that a well-behaved client would not send. */
final class RawHttp {
  private RawHttp() {}

  static String post(Gateway gateway, Client client, String path, String body, String key) {
    String authorization =
        client.request("/").build().headers().firstValue("Authorization").orElseThrow();
    return send(
        gateway,
        "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\nIdempotency-Key: %s\r\n"
                .formatted(path, authorization, key)
            + "Content-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(body.length(), body));
  }

  /** Sends the bytes, and returns all that comes back. */
  static String send(Gateway gateway, String request) {
    try (var socket = new Socket("localhost", gateway.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
