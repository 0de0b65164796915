package io.rendezvous.gateway.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/**
 * An answer that goes on after the handling of its request has returned, on a virtual thread of its
 * own: the request's thread would keep the stack of all filters, and their wrappers what each knows
 * of the request.
 */
final class Detached {
  private static final Logger log = LoggerFactory.getLogger(Detached.class);
  private static final ThreadFactory THREADS =
      Thread.ofVirtual().name("stream").inheritInheritableThreadLocals(false).factory();

  private Detached() {}

  /**
   * Returns at once; the rest is written meanwhile, and completes the answer. What was said before
   * must have been sent: filters on their way back would write to the same response. The token that
   * let the request in is let go.
   */
  static void run(HttpServletRequest request, Rest rest) {
    request.removeAttribute(RequestAttributeSecurityContextRepository.DEFAULT_REQUEST_ATTR_NAME);
    AsyncContext answer = bare(request).startAsync();
    answer.setTimeout(0);
    var response = (HttpServletResponse) answer.getResponse();
    THREADS.newThread(() -> run(answer, response, rest)).start();
  }

  private static void run(AsyncContext answer, HttpServletResponse response, Rest rest) {
    try {
      rest.write(response);
    } finally {
      complete(answer);
    }
  }

  private static void complete(AsyncContext answer) {
    try {
      answer.complete();
    } catch (IllegalStateException over) {
      // Once a connection is lost the server completes what it carried.
      log.debug("The server has completed an answer: {}", over.getMessage());
    }
  }

  private static HttpServletRequest bare(HttpServletRequest request) {
    HttpServletRequest inner = request;
    while (inner instanceof ServletRequestWrapper wrapper
        && wrapper.getRequest() instanceof HttpServletRequest wrapped) {
      inner = wrapped;
    }
    return inner;
  }

  /** Writes to the response until there is no more to say; nobody else does meanwhile. */
  interface Rest {
    void write(HttpServletResponse response);
  }
}
