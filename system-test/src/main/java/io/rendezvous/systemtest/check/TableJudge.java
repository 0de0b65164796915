package io.rendezvous.systemtest.check;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Item;
import io.rendezvous.systemtest.check.evidence.TableItems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** I4: the tables hold what {@code docs/data.md} says that the log leads to, and no more. */
final class TableJudge implements Judge {
  @Override
  public List<Violation> judge(Evidence evidence) {
    var findings = new Findings(Invariant.I4);
    var log = Log.of(evidence);
    var tables = evidence.tables();
    heads(log, tables, findings);
    turns(log, tables, findings);
    calls(log, tables, findings);
    return findings.list();
  }

  private static void heads(Log log, TableItems tables, Findings findings) {
    var items = byText(tables.conversations(), "conversation");
    log.stories()
        .forEach(
            (conversation, story) -> {
              Item item = items.remove(conversation.value());
              if (item == null) {
                findings.add(conversation, "a head in the table", "none");
              } else {
                ExpectedHead.of(story).compare(item, findings);
              }
            });
    items.forEach((id, item) -> findings.add(id, "no head without a log", "one", item.values()));
  }

  private static void turns(Log log, TableItems tables, Findings findings) {
    Map<String, List<Item>> items =
        new HashMap<>(tables.turns().stream().collect(groupingBy(item -> item.text("turn"))));
    var large = LargeEvents.of(tables.largeEvents());
    log.turns()
        .forEach(
            (turn, facts) -> {
              List<Item> parts = items.remove(turn.value());
              if (parts == null) {
                findings.add(turn, "an item with its " + facts.size() + " events", "none");
              } else {
                var inOrder =
                    parts.stream().sorted(comparingLong(it -> it.number("firstSequence"))).toList();
                new TurnItems(turn, facts, inOrder, large).compare(findings);
              }
            });
    items.forEach((id, item) -> findings.add(id, "no turn without a log", "one", item));
  }

  private static void calls(Log log, TableItems tables, Findings findings) {
    var items = byText(tables.toolExecutions(), "turn");
    log.turns()
        .forEach(
            (turn, facts) -> {
              var expected = ExpectedCalls.of(facts);
              Item item = items.remove(turn.value());
              if (item == null && expected.isEmpty()) {
                return;
              }
              if (item == null) {
                findings.add(turn, "its tool calls in the table", "none", expected.json());
                return;
              }
              JsonNode found = item.packed("executions");
              if (!expected.json().equals(found)) {
                findings.add(turn, "tool calls " + expected.json(), "others", found);
              }
              findings.compare(
                  turn,
                  "tool calls up to event",
                  expected.lastSequence(),
                  item.number("lastSequence"));
            });
    items.forEach((id, _) -> findings.add(id, "no tool calls without a log", "some"));
  }

  private static Map<String, Item> byText(List<Item> items, String name) {
    var found = new HashMap<String, Item>();
    items.forEach(item -> found.put(item.text(name), item));
    return found;
  }
}
