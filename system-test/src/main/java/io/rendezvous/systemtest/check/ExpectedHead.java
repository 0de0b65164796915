package io.rendezvous.systemtest.check;

import io.rendezvous.common.event.Event.ApprovalRefused;
import io.rendezvous.common.event.Event.ConversationCreated;
import io.rendezvous.common.wire.Json;
import io.rendezvous.systemtest.check.evidence.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The head that a conversation's log leads to. */
record ExpectedHead(List<Fact> story) {
  static ExpectedHead of(List<Fact> story) {
    return new ExpectedHead(story);
  }

  void compare(Item item, Findings findings) {
    String id = item.text("conversation");
    Fact first = story.getFirst();
    Fact last = story.getLast();
    findings.compare(id, "the user", first.user().value(), item.text("user"));
    findings.compare(id, "createdAt", TableTime.of(first.at()), item.text("createdAt"));
    findings.compare(id, "lastActivityAt", TableTime.of(last.at()), item.text("lastActivityAt"));
    findings.compare(id, "lastSequence", last.sequence(), item.number("lastSequence"));
    List<Fact> own =
        story.stream()
            .filter(fact -> fact.turn() == null)
            .filter(fact -> !(fact.event() instanceof ApprovalRefused))
            .toList();
    findings.compare(id, "its own events", PackedEvents.of(own), item.packed("events"));
    for (Fact fact : own) {
      if (fact.event() instanceof ConversationCreated) {
        for (String name : List.of("title", "systemPrompt", "metadata")) {
          findings.compare(id, name, wanted(fact.raw().path(name)), json(item.textOrNull(name)));
        }
      }
    }
  }

  private static @Nullable JsonNode wanted(JsonNode given) {
    return given.isMissingNode() || given.isEmpty() ? null : given;
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : Json.MAPPER.readTree(text);
  }
}
