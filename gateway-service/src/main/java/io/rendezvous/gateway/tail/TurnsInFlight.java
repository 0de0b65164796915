package io.rendezvous.gateway.tail;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The turns that run or wait, by user. */
final class TurnsInFlight {
  private final Map<UserId, Set<TurnId>> running = new ConcurrentHashMap<>();

  void see(UserId user, Event event) {
    switch (event) {
      case Event.Acceptance accepted ->
          running.compute(
              user,
              (_, known) -> {
                Set<TurnId> turns = known == null ? new HashSet<>() : known;
                turns.add(accepted.turn());
                return turns;
              });
      case Event.TurnEnded ended ->
          running.computeIfPresent(
              user,
              (_, turns) -> {
                turns.remove(ended.turn());
                return turns.isEmpty() ? null : turns;
              });
      case Event.OfTurn _,
          Event.ConversationCreated _,
          Event.ApprovalRefused _,
          Event.Unrecognized _ -> {}
    }
  }

  int of(UserId user) {
    var count = new int[1];
    running.computeIfPresent(
        user,
        (_, turns) -> {
          count[0] = turns.size();
          return turns;
        });
    return count[0];
  }
}
