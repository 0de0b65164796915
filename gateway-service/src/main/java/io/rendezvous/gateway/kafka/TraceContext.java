package io.rendezvous.gateway.kafka;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context that a client may send along. */
public final class TraceContext {
  public static final String HEADER = "traceparent";
  private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private TraceContext() {}

  /** What the client sent if it is of the standard's form, else null. */
  public static @Nullable String valid(@Nullable String traceparent) {
    return traceparent != null && FORM.matcher(traceparent).matches() ? traceparent : null;
  }
}
