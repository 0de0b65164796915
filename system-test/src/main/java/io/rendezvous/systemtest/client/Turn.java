package io.rendezvous.systemtest.client;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A turn as a client saw it on the stream. */
public record Turn(List<SseEvent> events) {
  public String id() {
    return events.getFirst().text("turnId");
  }

  public String conversation() {
    return events.getFirst().text("conversationId");
  }

  public String status() {
    return events.getLast().text("status");
  }

  /** The finished message. */
  public String message() {
    return events.stream()
        .filter(event -> event.is("message") && event.text("role").equals("ASSISTANT"))
        .map(event -> event.text("text"))
        .collect(joining("\n"));
  }

  /** The pieces as they came, put together. */
  public String streamed() {
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

  public List<String> names() {
    return events.stream().map(SseEvent::event).toList();
  }
}
