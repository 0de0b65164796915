package io.rendezvous.gateway.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request that is answered with a stream. */
public record StreamRequest(HttpServletRequest request, HttpServletResponse response) {
  private static final Logger log = LoggerFactory.getLogger(StreamRequest.class);

  /**
   * Goes on with the answer, whose head must have been sent, on a thread of its own: all filters
   * and handlers on the way here would else stay on the stack for as long as the stream is open.
   */
  void detach(Runnable telling) {
    AsyncContext detached = request.startAsync();
    detached.setTimeout(0);
    Thread.ofVirtual()
        .name("stream")
        .start(
            () -> {
              try {
                telling.run();
              } finally {
                complete(detached);
              }
            });
  }

  private static void complete(AsyncContext detached) {
    try {
      detached.complete();
    } catch (IllegalStateException connectionGone) {
      log.debug("A stream's connection had gone before its end");
    }
  }
}
