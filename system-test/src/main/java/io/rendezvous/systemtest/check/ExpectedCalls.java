package io.rendezvous.systemtest.check;

import io.rendezvous.common.event.Event.ToolAsked;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tool calls of one turn, as its item holds them.
 *
 * @param lastSequence the number of the last event about any of them; 0 where there is none
 */
record ExpectedCalls(JsonNode json, long lastSequence) {
  /** What one item holds. */
  private static final int LIMIT = 2_000;

  static ExpectedCalls of(List<Fact> facts) {
    Map<CallId, ObjectNode> calls = new LinkedHashMap<>();
    long last = 0;
    for (Fact fact : facts) {
      ObjectNode before = calls.get(callOf(fact));
      ObjectNode after = after(fact, before);
      CallId call = callOf(fact);
      if (after != null && call != null) {
        last = fact.sequence();
        if (before != null || calls.size() < LIMIT) {
          calls.put(call, after);
        }
      }
    }
    var all = Json.MAPPER.createArrayNode();
    calls.values().forEach(all::add);
    return new ExpectedCalls(Json.MAPPER.readTree(all.toString()), last);
  }

  boolean isEmpty() {
    return json.isEmpty();
  }

  private static @Nullable CallId callOf(Fact fact) {
    if (fact.event() instanceof ToolAsked asked) {
      return asked.call();
    }
    if (fact.event() instanceof ToolSucceeded done) {
      return done.call();
    }
    return fact.event() instanceof ToolRefused refused ? refused.call() : null;
  }

  private static @Nullable ObjectNode after(Fact fact, @Nullable ObjectNode before) {
    if (fact.event() instanceof ToolAsked asked) {
      ObjectNode entry =
          entry(asked.call(), asked.ask(), asked.name(), "ASKED")
              .put("askedAt", fact.at().toString())
              .put("late", false);
      if (asked.arguments() != null) {
        entry.put("argumentCharacters", asked.arguments().characters());
      }
      return entry;
    }
    if (fact.event() instanceof ToolSucceeded done) {
      ObjectNode entry = entry(done.call(), done.ask(), done.name(), "SUCCEEDED");
      report(entry, before, fact);
      entry.put("resultCharacters", done.result().characters()).put("late", done.late());
      if (done.receipt() != null) {
        entry.set("receipt", fact.raw().path("receipt"));
      }
      return entry;
    }
    if (fact.event() instanceof ToolRefused refused) {
      ObjectNode entry = entry(refused.call(), refused.ask(), refused.name(), "REFUSED");
      report(entry, before, fact);
      if (refused.message() != null) {
        entry.put("resultCharacters", refused.message().characters());
      }
      return entry.put("failure", refused.reason().name()).put("late", refused.late());
    }
    return null;
  }

  private static ObjectNode entry(CallId call, AskId ask, String name, String state) {
    return Json.MAPPER
        .createObjectNode()
        .put("call", call.value())
        .put("ask", ask.value())
        .put("name", name)
        .put("state", state);
  }

  private static void report(ObjectNode entry, @Nullable ObjectNode before, Fact fact) {
    if (before != null && before.has("askedAt")) {
      entry.set("askedAt", before.path("askedAt"));
      if (before.has("argumentCharacters")) {
        entry.set("argumentCharacters", before.path("argumentCharacters"));
      }
    }
    entry.put("finishedAt", fact.at().toString());
  }
}
