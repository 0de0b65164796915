package io.rendezvous.systemtest.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads lines and counted bytes from one connection. */
final class WireReader {
  /** Small, since thousands of connections have one each. */
  private static final int BUFFER_BYTES = 4096;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int from;
  private int to;

  WireReader(InputStream in) {
    this.in = in;
  }

  /** The next byte, or -1 at the end. */
  int read() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, in.read(buffer));
      if (to == 0) {
        return -1;
      }
    }
    return buffer[from++] & 0xff;
  }

  /** The next line without its end, or null where the connection has ended before it. */
  @Nullable String line() throws IOException {
    var line = new ByteArrayOutputStream(64);
    for (int next = read(); next != '\n'; next = read()) {
      if (next < 0) {
        return null;
      }
      line.write(next);
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** A line that must be there. */
  String requiredLine() throws IOException {
    String line = line();
    if (line == null) {
      throw new EOFException("the connection ended within a message");
    }
    return line;
  }

  /** Headers up to the empty line, with names in lower case. */
  Map<String, String> headers() throws IOException {
    var headers = new HashMap<String, String>();
    for (String line = requiredLine(); !line.isEmpty(); line = requiredLine()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    int have = Math.min(count, to - from);
    System.arraycopy(buffer, from, bytes, 0, have);
    from += have;
    if (in.readNBytes(bytes, have, count - have) < count - have) {
      throw new EOFException("the connection ended within a body");
    }
    return bytes;
  }
}
