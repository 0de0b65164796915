package io.rendezvous.gateway.stream;

import io.rendezvous.gateway.log.LogCursor;
import io.rendezvous.gateway.tail.Entry;
import io.rendezvous.gateway.tail.Following;
import io.rendezvous.gateway.tail.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One client's stream: pulls from the log and the tail at the pace at which the client reads, on a
 * virtual thread of its own.
 */
final class EventStream {
  private final Following tail;
  private final LogCursor log;
  private final Narrator narrator;
  private final StreamClock clock;

  EventStream(Following tail, LogCursor log, Narrator narrator, StreamClock clock) {
    this.tail = tail;
    this.log = log;
    this.narrator = narrator;
    this.clock = clock;
  }

  /** Returns when the turn has ended, the token has expired or the gateway stops. */
  void run(SseWriter client) throws IOException, InterruptedException {
    while (!tail.closing() && !narrator.ended() && !clock.over()) {
      long version = tail.version();
      List<Entry> entries = log.next();
      List<Frame> frames = entries.isEmpty() ? text() : events(entries);
      client.write(frames);
      if (!frames.isEmpty()) {
        clock.wrote();
      } else if (clock.heartbeatDue()) {
        client.heartbeat();
        clock.wrote();
      }
      if (entries.isEmpty()) {
        tail.await(version, clock.pause(log.behind()));
      }
    }
  }

  private List<Frame> events(List<Entry> entries) {
    var frames = new ArrayList<Frame>();
    for (Entry entry : entries) {
      if (!narrator.ended()) {
        frames.addAll(narrator.on(entry));
      }
    }
    return frames;
  }

  private List<Frame> text() {
    var ask = narrator.ask();
    if (ask.isEmpty()) {
      return List.of();
    }
    Place shown = narrator.place();
    return tail.reply(ask.getAsLong(), shown.attempt(), shown.characters())
        .filter((Reply reply) -> reply.askSequence() == ask.getAsLong())
        .map(narrator::on)
        .orElse(List.of());
  }
}
