package io.rendezvous.gateway.server;

import io.rendezvous.gateway.problem.ProblemCode;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.springframework.http.MediaType;

/** Jetty's own page for requests that reach no application, as a problem. */
final class ProblemHandler implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    var code = ProblemCode.of(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    // Constants of ours only: nothing here needs escaping.
    String problem =
        "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\"}"
            .formatted(code.type(), code.title(), status, code.name());
    Content.Sink.write(response, true, problem, callback);
    return true;
  }
}
