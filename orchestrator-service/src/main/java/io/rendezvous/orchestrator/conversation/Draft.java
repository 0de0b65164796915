package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.event.Event;
import java.util.ArrayList;
import java.util.List;

/** A decision in the making: each event is decided on what the ones before it have led to. */
final class Draft {
  private final List<Event> events = new ArrayList<>();
  private Conversation state;

  Draft(Conversation state) {
    this.state = state;
  }

  void add(Event event) {
    events.add(event);
    state = Evolution.evolve(state, event);
  }

  Conversation state() {
    return state;
  }

  List<Event> events() {
    return List.copyOf(events);
  }
}
