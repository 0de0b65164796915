package io.rendezvous.systemtest.check;

import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.wire.Json;
import io.rendezvous.systemtest.check.evidence.Item;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The items of one turn, in their order, against its events. */
record TurnItems(TurnId turn, List<Fact> facts, List<Item> items, LargeEvents large) {

  void compare(Findings findings) {
    JsonNode expected = PackedEvents.of(facts);
    ArrayNode found = Json.MAPPER.createArrayNode();
    for (Item item : items) {
      JsonNode events = item.packed("events");
      findings.compare(turn, "an item of user", user(), item.text("user"));
      findings.compare(turn, "an item of", turn.conversation().value(), item.text("conversation"));
      findings.compare(turn, "an item from event", edge(events, 0), item.number("firstSequence"));
      findings.compare(
          turn,
          "an item up to event",
          edge(events, events.size() - 1),
          item.number("lastSequence"));
      events.forEach(entry -> found.add(resolved(entry)));
    }
    if (!expected.equals(found)) {
      findings.add(turn, "the log's events " + facts, "others in the table", told(found));
    }
    findings.compare(turn, "usage", Spending.of(facts), Spending.in(items));
    var standing = Standing.of(facts);
    Item last = items.getLast();
    findings.compare(turn, "status", standing.status(), last.text("status"));
    findings.compare(
        turn, "startedAt", TableTime.of(standing.startedAt()), last.textOrNull("startedAt"));
    findings.compare(turn, "endedAt", TableTime.of(standing.endedAt()), last.textOrNull("endedAt"));
    findings.compare(turn, "reason", standing.reason(), last.textOrNull("reason"));
  }

  private String user() {
    return facts.getFirst().user().value();
  }

  private static long edge(JsonNode events, int index) {
    return events.path(index).path("sequence").asLong(-1);
  }

  private JsonNode resolved(JsonNode entry) {
    JsonNode event = entry.path("event");
    if (!LargeEvents.isReference(event)) {
      return entry;
    }
    long sequence = entry.path("sequence").asLong(-1);
    JsonNode whole = large.resolve(turn.conversation().value(), sequence, event);
    if (whole == null) {
      return entry;
    }
    ObjectNode copy = (ObjectNode) entry.deepCopy();
    copy.set("event", whole);
    return copy;
  }

  private static String told(JsonNode events) {
    var told = new StringBuilder();
    for (JsonNode entry : events) {
      told.append(entry.path("sequence").asLong(-1))
          .append(' ')
          .append(entry.path("event").path("type").asString(""))
          .append(", ");
    }
    return told.toString();
  }
}
