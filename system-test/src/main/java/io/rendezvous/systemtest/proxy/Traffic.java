package io.rendezvous.systemtest.proxy;

import java.util.concurrent.atomic.LongAdder;

/** Counts what went through a proxy since it started. */
final class Traffic {
  final LongAdder connections = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder lostBytes = new LongAdder();
  private final LongAdder toServer = new LongAdder();
  private final LongAdder toClient = new LongAdder();

  LongAdder bytes(Direction direction) {
    return switch (direction) {
      case TO_SERVER -> toServer;
      case TO_CLIENT -> toClient;
    };
  }
}
