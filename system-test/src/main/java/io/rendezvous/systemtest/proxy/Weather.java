package io.rendezvous.systemtest.proxy;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a link at one moment; all of it may be at once. */
record Weather(boolean refusing, boolean stalled, Set<Direction> dropped, @Nullable Delay delay) {
  static final Weather CLEAR = new Weather(false, false, Set.of(), null);

  Weather {
    dropped = Set.copyOf(dropped);
  }

  Weather refuse() {
    return new Weather(true, stalled, dropped, delay);
  }

  Weather stall() {
    return new Weather(refusing, true, dropped, delay);
  }

  Weather drop(Direction direction) {
    var more = new HashSet<>(dropped);
    more.add(direction);
    return new Weather(refusing, stalled, more, delay);
  }

  Weather delay(Delay newDelay) {
    return new Weather(refusing, stalled, dropped, newDelay);
  }
}
