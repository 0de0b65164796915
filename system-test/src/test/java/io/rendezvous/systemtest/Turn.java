package io.rendezvous.systemtest;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A turn as a client saw it on the stream. */
record Turn(List<SseEvent> events) {
  String id() {
    return events.getFirst().text("turnId");
  }

  String conversation() {
    return events.getFirst().text("conversationId");
  }

  String status() {
    return events.getLast().text("status");
  }

  /** The finished message. */
  String message() {
    return events.stream()
        .filter(event -> event.is("message") && event.text("role").equals("ASSISTANT"))
        .map(event -> event.text("text"))
        .collect(joining("\n"));
  }

  /** The pieces as they came, put together. */
  String streamed() {
    var text = new StringBuilder();
    for (SseEvent event : events) {
      if (event.is("text.reset")) {
        text.setLength(0);
      } else if (event.is("text.delta")) {
        text.append(event.text("text"));
      }
    }
    return text.toString();
  }

  List<String> names() {
    return events.stream().map(SseEvent::event).toList();
  }
}
