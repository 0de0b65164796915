package io.rendezvous.orchestrator.model.openai;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Hands langchain4j the transport of one call; its time-outs are the transport's own. */
record OneStreamBuilder(ProviderStream stream) implements HttpClientBuilder {
  @Override
  public HttpClient build() {
    return stream;
  }

  @Override
  public Duration connectTimeout() {
    return stream.limits().idle();
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration ignored) {
    return this;
  }

  @Override
  public Duration readTimeout() {
    return stream.limits().idle();
  }

  @Override
  public HttpClientBuilder readTimeout(Duration ignored) {
    return this;
  }
}
