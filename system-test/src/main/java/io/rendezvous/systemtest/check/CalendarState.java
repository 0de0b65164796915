package io.rendezvous.systemtest.check;

import io.rendezvous.common.id.Ids;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Item;
import io.rendezvous.systemtest.check.evidence.Shown;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares the calendar with what its journal leads to: each version follows on one other. */
final class CalendarState {
  private CalendarState() {}

  static void judge(Collection<JournalEntry> entries, Evidence evidence, Findings findings) {
    Map<String, String> expected = expected(entries, findings);
    Map<String, Item> found = new HashMap<>();
    for (Item event : evidence.tables().calendarEvents()) {
      String id = event.text("owner") + "/" + event.text("event");
      found.put(id, event);
      if (!expected.containsKey(id)) {
        findings.add(id, "no event without a journalled effect", "it in the calendar");
      }
    }
    expected.forEach(
        (id, version) -> {
          Item event = found.get(id);
          if (event == null) {
            findings.add(id, "the event that a call left behind", "none in the calendar");
          } else {
            findings.compare(id, "the version left behind:", version, event.text("etag"));
          }
        });
    evidence.shown().forEach(shown -> shown(shown, found, findings));
  }

  /** The versions that no other call has followed on, of the calendars of our own. */
  private static Map<String, String> expected(Collection<JournalEntry> entries, Findings findings) {
    Set<String> followed = new HashSet<>();
    for (JournalEntry entry : entries) {
      if (!entry.from().isEmpty() && !followed.add(entry.from())) {
        findings.add(
            entry.object(), "one call to follow on version " + entry.from(), "two", entry.call());
      }
    }
    Map<String, String> expected = new HashMap<>();
    for (JournalEntry entry : entries) {
      if (!entry.to().isEmpty() && entry.calendar().equals("personal")) {
        boolean created = entry.kind().equals("CREATED");
        if (created && !entry.event().equals(Ids.derive("event", entry.effect()))) {
          findings.add(entry.call(), "an event id derived from the call", entry.event());
        }
        if (!followed.contains(entry.to()) && expected.put(entry.object(), entry.to()) != null) {
          findings.add(entry.object(), "one last version", "two that nobody followed on");
        }
      }
    }
    return expected;
  }

  private static void shown(Shown shown, Map<String, Item> inTable, Findings findings) {
    String owner = shown.user() + "/personal/";
    Set<String> left = new HashSet<>();
    inTable.keySet().stream().filter(id -> id.startsWith(owner)).forEach(left::add);
    for (JsonNode view : shown.calendar()) {
      String id = owner + view.path("id").asString("");
      Item event = inTable.get(id);
      if (event == null || !left.remove(id)) {
        findings.add(id, "each event of the table shown once", "it shown besides", view);
        continue;
      }
      findings.compare(
          id, "REST to show version", event.text("etag"), view.path("etag").asString(""));
      findings.compare(
          id, "REST to show the start", time(event.number("start")), time(view, "start"));
      findings.compare(id, "REST to show the end", time(event.number("end")), time(view, "end"));
    }
    left.forEach(id -> findings.add(id, "the event to be shown", "it not shown"));
  }

  private static Instant time(long seconds) {
    return Instant.ofEpochSecond(seconds);
  }

  private static Instant time(JsonNode view, String name) {
    return OffsetDateTime.parse(view.path(name).asString("")).toInstant();
  }
}
