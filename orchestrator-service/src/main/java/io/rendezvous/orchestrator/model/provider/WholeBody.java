package io.rendezvous.orchestrator.model.provider;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;

/**
 * A request's text, as bytes only while they are sent: the JDK's own publisher keeps two copies for
 * as long as the model thinks.
 */
record WholeBody(String text) implements BodyPublisher {
  @Override
  public long contentLength() {
    return bytes().length;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    subscriber.onSubscribe(
        new Flow.Subscription() {
          private boolean over;

          @Override
          public void request(long count) {
            // All that is published is one buffer: whoever asks again has it.
            if (!over) {
              over = true;
              subscriber.onNext(ByteBuffer.wrap(bytes()));
              subscriber.onComplete();
            }
          }

          @Override
          public void cancel() {
            over = true;
          }
        });
  }

  private byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
