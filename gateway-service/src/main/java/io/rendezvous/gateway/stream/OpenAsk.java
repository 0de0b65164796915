package io.rendezvous.gateway.stream;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.gateway.log.LogReader;
import io.rendezvous.gateway.tail.Entry;
import io.rendezvous.gateway.tail.Following;
import java.util.Optional;

/** The request whose answer was being written at a place in the log. */
record OpenAsk(TurnId turn, long sequence) {

  /** What was being written just after this event, if anything; turns run one at a time. */
  static Optional<OpenAsk> at(LogReader log, UserId user, Following tail, long sequence) {
    if (sequence == 0) {
      return Optional.empty();
    }
    return log.latest(user, tail, sequence + 1, 1, OpenAsk::opensOrCloses).stream()
        .filter(entry -> entry.event() instanceof Event.ModelAsked)
        .map(entry -> new OpenAsk(((Event.ModelAsked) entry.event()).turn(), entry.sequence()))
        .filter(ask -> log.events(tail, ask.turn()).stream().noneMatch(e -> ended(e, sequence)))
        .findFirst();
  }

  private static boolean opensOrCloses(Entry entry) {
    return entry.event() instanceof Event.ModelAsked
        || entry.event() instanceof Event.ModelResponded
        || entry.event() instanceof Event.ModelGaveUp;
  }

  private static boolean ended(Entry entry, long by) {
    return entry.event() instanceof Event.TurnEnded && entry.sequence() <= by;
  }
}
