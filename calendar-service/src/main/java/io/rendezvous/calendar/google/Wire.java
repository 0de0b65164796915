package io.rendezvous.calendar.google;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.services.calendar.CalendarRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends one request once, and reads what comes, within limits of size and time. */
final class Wire {
  private static final int CHUNK = 8_192;
  private static final int NO_CONTENT = 204;

  private final GoogleSettings limits;

  Wire(GoogleSettings limits) {
    this.limits = limits;
  }

  Reply send(CalendarRequest<?> request, String token) {
    try {
      HttpRequest http = prepared(request, token);
      long start = System.nanoTime();
      HttpResponse response = http.execute();
      try {
        return new Reply(
            response.getStatusCode(), read(response, start), response.getHeaders().getRetryAfter());
      } finally {
        response.disconnect();
      }
    } catch (IOException noAnswer) {
      return Reply.NONE;
    }
  }

  /** Nothing is logged of a request: it holds a token and personal text. */
  private HttpRequest prepared(CalendarRequest<?> request, String token) throws IOException {
    request.setDisableGZipContent(true);
    request.getRequestHeaders().setAuthorization("Bearer " + token);
    return request
        .buildHttpRequest()
        .setConnectTimeout(millis(limits.connectTimeout()))
        .setReadTimeout(millis(limits.requestTimeout()))
        .setNumberOfRetries(0)
        .setFollowRedirects(false)
        .setThrowExceptionOnExecuteError(false)
        .setLoggingEnabled(false)
        .setCurlLoggingEnabled(false);
  }

  /** The time-out of a connection ends silence only: who sends byte by byte is cut off here. */
  private String read(HttpResponse response, long start) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var chunk = new byte[CHUNK];
    if (response.getStatusCode() == NO_CONTENT) {
      return "";
    }
    InputStream content = response.getContent();
    for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
      bytes.write(chunk, 0, count);
      if (bytes.size() > limits.maxAnswer().toBytes()
          || System.nanoTime() - start > limits.requestTimeout().toNanos()) {
        throw new IOException("Expected a shorter answer of Google's, but it goes on");
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
