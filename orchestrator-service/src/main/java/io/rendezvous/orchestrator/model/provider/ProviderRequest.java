package io.rendezvous.orchestrator.model.provider;

import dev.langchain4j.http.client.HttpRequest;
import io.rendezvous.common.model.ModelFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.time.Duration;

/** A request of langchain4j as one of the JDK. */
final class ProviderRequest {
  private ProviderRequest() {}

  static java.net.http.HttpRequest of(HttpRequest request, String body, Duration wait)
      throws IOException {
    if (!wait.isPositive()) {
      throw new LimitExceeded(ModelFailure.TIMED_OUT, "the deadline has passed");
    }
    URI address = URI.create(request.url());
    var builder =
        java.net.http.HttpRequest.newBuilder(address)
            // Over plain http, the upgrade to HTTP/2 confuses many servers.
            .version("http".equals(address.getScheme()) ? Version.HTTP_1_1 : Version.HTTP_2)
            .timeout(wait);
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.method(request.method().name(), new WholeBody(body)).build();
  }
}
