package io.rendezvous.calendar.google;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.apache.v5.Apache5HttpTransport;
import com.google.api.services.calendar.Calendar;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;

/** The one connection pool to Google, which all users' requests share. */
final class GoogleConnection implements AutoCloseable {
  private final HttpTransport transport;
  private final Calendar google;

  GoogleConnection(GoogleSettings settings) {
    this.transport =
        new Apache5HttpTransport(
            Apache5HttpTransport.newDefaultHttpClientBuilder()
                .setConnectionManager(
                    PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(settings.connections())
                        .setMaxConnPerRoute(settings.connections())
                        .build())
                .disableCookieManagement()
                // Else all stay that were ever open at once, each with its buffers.
                .evictIdleConnections(TimeValue.of(settings.keepIdle()))
                .build());
    this.google =
        new Calendar.Builder(transport, Models.JSON, null)
            .setRootUrl(settings.rootUrl().toString())
            .setApplicationName("Rendezvous")
            .build();
  }

  Calendar google() {
    return google;
  }

  @Override
  public void close() throws Exception {
    transport.shutdown();
  }
}
