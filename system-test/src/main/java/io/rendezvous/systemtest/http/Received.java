package io.rendezvous.systemtest.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer whose body is read line by line, as it comes. */
public final class Received {
  private static final int HEXADECIMAL = 16;

  private final int status;
  private final Map<String, String> headers;
  private final WireReader in;
  private final boolean chunked;
  private int left;
  private boolean first = true;
  private boolean ended;

  Received(int status, Map<String, String> headers, WireReader in) {
    this.status = status;
    this.headers = headers;
    this.in = in;
    this.chunked = headers.getOrDefault("transfer-encoding", "").equals("chunked");
    this.left = chunked ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
  }

  public int status() {
    return status;
  }

  /** Whether the server closes the connection behind this answer. */
  public boolean isLast() {
    return headers.getOrDefault("connection", "").equalsIgnoreCase("close");
  }

  /** When to come again, if the server says so in seconds. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(headers.get("retry-after"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }

  /** The next line, or null at the body's end. */
  public @Nullable String line() throws IOException {
    var line = new ByteArrayOutputStream(64);
    for (int next = read(); next != '\n'; next = read()) {
      if (next < 0) {
        return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** What is left of the body. */
  public String rest() throws IOException {
    var rest = new ByteArrayOutputStream();
    for (int next = read(); next >= 0; next = read()) {
      rest.write(next);
    }
    return rest.toString(StandardCharsets.UTF_8);
  }

  private int read() throws IOException {
    if (left == 0 && !nextChunk()) {
      return -1;
    }
    left--;
    int next = in.read();
    if (next < 0) {
      throw new EOFException("the connection ended within a body");
    }
    return next;
  }

  private boolean nextChunk() throws IOException {
    if (ended || !chunked) {
      return false;
    }
    if (!first) {
      in.requiredLine();
    }
    first = false;
    left = Integer.parseInt(in.requiredLine().strip(), HEXADECIMAL);
    if (left == 0) {
      in.requiredLine();
      ended = true;
    }
    return !ended;
  }
}
