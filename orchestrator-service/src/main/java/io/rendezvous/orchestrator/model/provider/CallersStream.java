package io.rendezvous.orchestrator.model.provider;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;

/**
 * The transport of all calls: each goes over the stream that its caller has set, which keeps what
 * langchain4j would drop. So one model serves all calls; to build one costs more than a call.
 */
final class CallersStream implements HttpClient {
  static final ScopedValue<ProviderStream> STREAM = ScopedValue.newInstance();

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    throw new UnsupportedOperationException("Expected a stream, but a whole answer was asked for");
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    STREAM.get().prepare(request, parser, listener);
  }
}
