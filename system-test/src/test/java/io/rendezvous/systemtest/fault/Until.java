package io.rendezvous.systemtest.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what will be. */
final class Until {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Until() {}

  static void holds(String what, Duration limit, Callable<Boolean> condition) {
    await(what).atMost(limit).pollInterval(PAUSE).ignoreExceptions().until(condition);
  }
}
