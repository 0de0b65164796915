package io.rendezvous.orchestrator.model.provider;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Hands langchain4j our transport, whose time-outs are those of each call. */
record TransportBuilder(Duration idle) implements HttpClientBuilder {
  @Override
  public HttpClient build() {
    return new CallersStream();
  }

  @Override
  public Duration connectTimeout() {
    return idle;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration ignored) {
    return this;
  }

  @Override
  public Duration readTimeout() {
    return idle;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration ignored) {
    return this;
  }
}
