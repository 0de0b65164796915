package io.rendezvous.systemtest.check;

import io.rendezvous.common.event.Decision;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.systemtest.check.evidence.ClientRecord;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Item;
import io.rendezvous.systemtest.check.evidence.Logged;
import io.rendezvous.systemtest.check.evidence.Shown;
import io.rendezvous.systemtest.check.evidence.Texts;
import java.util.List;
import java.util.Optional;

/** I5: every record, item and answer is its user's own. */
final class OwnerJudge implements Judge {
  @Override
  public List<Violation> judge(Evidence evidence) {
    var findings = new Findings(Invariant.I5);
    records(evidence, findings);
    texts(evidence, findings);
    items(evidence, findings);
    evidence.clients().forEach(client -> streams(evidence.marks(), client, findings));
    evidence.shown().forEach(shown -> lists(evidence.marks(), shown, findings));
    return findings.list();
  }

  private static void records(Evidence evidence, Findings findings) {
    OwnerMarks marks = evidence.marks();
    var logs = evidence.logs();
    logs.history().forEach(it -> tell(it, Belonging.trouble(marks, it), findings));
    logs.commands()
        .forEach(
            it -> {
              var said = it.message();
              tell(it, Belonging.trouble(marks, said.user(), said.conversation(), it), findings);
            });
    logs.toolCalls()
        .forEach(
            it -> {
              var call = it.message();
              tell(it, Belonging.trouble(marks, call.user(), call.conversation(), it), findings);
            });
    logs.modelCalls()
        .forEach(
            it -> {
              var call = it.message();
              tell(it, Belonging.trouble(marks, call.user(), call.conversation(), it), findings);
            });
  }

  private static void tell(Logged<?> record, Optional<String> trouble, Findings findings) {
    trouble.ifPresent(
        found ->
            findings.add(
                record.place(), "a record under its own user's key", found, record.json()));
  }

  private static void texts(Evidence evidence, Findings findings) {
    for (Logged<Decision> record : evidence.logs().history()) {
      UserId user = record.message().user();
      for (Personal text : Texts.in(record.json())) {
        if (evidence.texts().of(user, text).isEmpty()) {
          findings.add(record.place(), "a text sealed for " + user, "one that does not open");
        }
      }
    }
  }

  private static void items(Evidence evidence, Findings findings) {
    var tables = evidence.tables();
    for (List<Item> table :
        List.of(
            tables.conversations(),
            tables.turns(),
            tables.toolExecutions(),
            tables.largeEvents())) {
      for (Item item : table) {
        belongs(
            evidence.marks(), "an item", item.text("user"), item.text("conversation"), findings);
      }
    }
    for (Item entry : tables.calendarJournal()) {
      String call = entry.text("effect");
      String conversation = call.substring(0, Math.max(0, call.indexOf('.')));
      belongs(evidence.marks(), "a journal entry", entry.text("user"), conversation, findings);
    }
  }

  private static void streams(OwnerMarks marks, ClientRecord client, Findings findings) {
    for (var stream : client.streams()) {
      for (var connection : stream.connections()) {
        for (var event : connection.events()) {
          String turn = event.text("turnId");
          if (!turn.isEmpty()) {
            String conversation = turn.substring(0, Math.max(0, turn.indexOf('.')));
            belongs(marks, "a stream's event", client.user().value(), conversation, findings);
          }
        }
      }
    }
  }

  private static void lists(OwnerMarks marks, Shown shown, Findings findings) {
    String user = shown.user().value();
    for (var conversation : shown.conversations()) {
      belongs(marks, "a listed conversation", user, conversation.path("id").asString(""), findings);
    }
    for (var message : shown.messages()) {
      String turn = message.path("turnId").asString("");
      String conversation = turn.substring(0, Math.max(0, turn.indexOf('.')));
      belongs(marks, "a listed message", user, conversation, findings);
    }
  }

  private static void belongs(
      OwnerMarks marks, String what, String user, String conversation, Findings findings) {
    boolean own;
    try {
      own = marks.owns(new UserId(user), new ConversationId(conversation));
    } catch (IllegalArgumentException notAnId) {
      own = false;
    }
    if (!own) {
      findings.add(conversation, what + " of " + user + "'s own", "one of another user");
    }
  }
}
