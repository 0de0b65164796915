package io.rendezvous.gateway.page;

import io.rendezvous.gateway.page.Endpoints.Endpoint;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;

/** Tells anybody what this server is and what can be asked for; it loads and runs nothing. */
@RestController
class PageController {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Rendezvous</title></head>
      <body>
      <h1>Rendezvous</h1>
      <p>An assistant that keeps your calendar by conversation.</p>
      <p>Every request needs a token: <code>Authorization: Bearer …</code>.
      A failure is told as <code>application/problem+json</code>, with a <code>code</code>.
      With the same <code>Idempotency-Key</code> a prompt is the same turn, however often it is sent.
      A stream goes on after the id in <code>Last-Event-ID</code>.</p>
      <table>
      <thead><tr><th>Method</th><th>Path</th><th>Answers</th></tr></thead>
      <tbody>
      ROWS
      </tbody>
      </table>
      <p><a href="/healthz">Whether requests are served</a></p>
      </body>
      </html>
      """;

  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  PageController(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
  String page() {
    return PAGE.replace(
        "ROWS",
        Endpoints.of(mappings.getObject()).all().stream()
            .map(PageController::row)
            .collect(Collectors.joining("\n")));
  }

  private static String row(Endpoint endpoint) {
    return "<tr><td>%s</td><td><code>%s</code></td><td>%s</td></tr>"
        .formatted(
            endpoint.method(),
            HtmlUtils.htmlEscape(endpoint.path()),
            HtmlUtils.htmlEscape(String.join(", ", endpoint.produces())));
  }
}
