package io.rendezvous.systemtest.check.recording;

import io.rendezvous.systemtest.check.evidence.Connection;
import io.rendezvous.systemtest.client.SseEvent;
import io.rendezvous.systemtest.client.SseStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads one connection of a stream; one that falls silent is left. */
final class OneConnection {
  /** What the reading thread hands over: an event, or why there is none any more. */
  private record Heard(@Nullable SseEvent event, String end) {}

  private final Connection.Kind kind;
  private final @Nullable String lastEventId;
  private final List<SseEvent> events = new ArrayList<>();

  OneConnection(Connection.Kind kind, @Nullable String lastEventId) {
    this.kind = kind;
    this.lastEventId = lastEventId;
  }

  /** Reads up to and with the first event that fits, or to the connection's end. */
  Connection read(SseStream stream, Predicate<SseEvent> last, Rounds rounds, Patience patience)
      throws InterruptedException {
    BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    // A read that hangs ends by an interrupt alone.
    Thread reader = Thread.ofVirtual().start(() -> hear(stream, heard));
    try {
      while (true) {
        long wait = Math.min(patience.silence().toNanos(), rounds.nanosLeft());
        Heard next = heard.poll(Math.max(0, wait), TimeUnit.NANOSECONDS);
        if (next == null) {
          return ended("silent for too long");
        }
        if (next.event() == null) {
          return ended(next.end());
        }
        events.add(next.event());
        if (last.test(next.event())) {
          return ended("seen what was waited for");
        }
      }
    } finally {
      reader.interrupt();
    }
  }

  Connection ended(String end) {
    return new Connection(kind, lastEventId, events, end);
  }

  private static void hear(SseStream stream, BlockingQueue<Heard> heard) {
    try (stream) {
      SseEvent event;
      while ((event = stream.next()) != null) {
        heard.add(new Heard(event, ""));
      }
      heard.add(new Heard(null, "ended by the server"));
    } catch (IOException cut) {
      heard.add(new Heard(null, cut.toString()));
    }
  }
}
