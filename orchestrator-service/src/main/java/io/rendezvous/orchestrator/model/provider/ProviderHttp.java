package io.rendezvous.orchestrator.model.provider;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The connections to all providers: one client, and virtual threads for all that it does. */
public final class ProviderHttp implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client;

  /** A connection is given up after the time-out. */
  public ProviderHttp(Duration connectTimeout) {
    this.client = HttpClient.newBuilder().connectTimeout(connectTimeout).executor(threads).build();
  }

  ExecutorService threads() {
    return threads;
  }

  HttpClient client() {
    return client;
  }

  @Override
  public void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }
}
