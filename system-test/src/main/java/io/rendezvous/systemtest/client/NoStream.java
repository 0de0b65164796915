package io.rendezvous.systemtest.client;

import java.io.IOException;

/** The answer to a request for a stream was none, but an error. */
public final class NoStream extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String body;

  NoStream(int status, String body) {
    super("Expected a stream, but " + status + " " + body);
    this.status = status;
    this.body = body;
  }

  public int status() {
    return status;
  }

  public String body() {
    return body;
  }
}
