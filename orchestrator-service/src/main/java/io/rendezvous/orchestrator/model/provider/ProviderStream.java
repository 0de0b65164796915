package io.rendezvous.orchestrator.model.provider;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.wire.Json;
import io.rendezvous.orchestrator.model.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** One streamed request over the shared client, on the thread that asks. */
final class ProviderStream {
  private final HttpClient shared;
  private final Wire wire;
  private final StreamLimits limits;
  private @Nullable Exchange exchange;
  private @Nullable InputStream body;
  private boolean sent;
  private boolean begun;
  private boolean whole;
  private @Nullable Throwable failure;

  ProviderStream(HttpClient shared, Wire wire, StreamLimits limits) {
    this.shared = shared;
    this.wire = wire;
    this.limits = limits;
  }

  private record Exchange(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {}

  /** What is to be sent, and who is told of what comes back. */
  void prepare(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    exchange = new Exchange(request, parser, listener);
  }

  /** Sends what was prepared and reads the answer; one end has been told of when this returns. */
  void run() {
    Exchange prepared = requireNonNull(exchange, "exchange");
    ServerSentEventListener listener = prepared.listener();
    try {
      var request =
          ProviderRequest.of(
              prepared.request(), wire.body(prepared.request().body()), limits.firstWait());
      sent = true;
      HttpResponse<InputStream> response = shared.send(request, _ -> new GuardedBody(limits));
      try (InputStream stream = response.body()) {
        body = stream;
        if (response.statusCode() / 100 != 2) {
          throw ProviderFailure.ofStatus(response);
        }
        begun = true;
        listener.onOpen(SuccessfulHttpResponse.builder().statusCode(response.statusCode()).build());
        prepared.parser().parse(stream, forwarding(listener));
      }
    } catch (IOException | InterruptedException | ModelException e) {
      failure = e;
    }
    if (failure == null) {
      listener.onClose();
    } else {
      listener.onError(failure);
    }
  }

  private ServerSentEventListener forwarding(ServerSentEventListener listener) {
    return new ServerSentEventListener() {
      @Override
      public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        boolean end = wire.isEnd(event);
        if (failure == null && !end && !isJson(event.data())) {
          // Some of langchain4j's readers pass over what they cannot read.
          failure = new ModelException(ModelFailure.INCOMPLETE, "an event is no JSON", null, null);
          stop();
        }
        if (failure == null) {
          listener.onEvent(event, context);
          whole |= end;
        }
      }

      @Override
      public void onError(Throwable cause) {
        // Whatever happens to the connection behind the end mark, nothing was lost.
        failure = whole || failure != null ? failure : cause;
      }
    };
  }

  private static boolean isJson(String data) {
    try {
      Json.MAPPER.readTree(data);
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Reads no further; what has come is kept. */
  void stop() {
    if (body instanceof GuardedBody guarded) {
      guarded.close();
    }
  }

  /** Whether the provider may have seen the request. */
  boolean wasSent() {
    return sent;
  }

  /** Whether anything of an answer has come. */
  boolean hasBegun() {
    return begun;
  }

  /** Returns if the stream came to its own end. */
  void requireEnded() throws ModelException {
    if (failure == null && (whole || !wire.needsEndMark())) {
      return;
    }
    if (failure == null) {
      throw new ModelException(ModelFailure.INCOMPLETE, "the answer has no end", null, null);
    }
    throw ProviderFailure.of(
        failure, body == null ? ModelFailure.UNAVAILABLE : ModelFailure.INCOMPLETE);
  }
}
