package io.rendezvous.systemtest.check;

import io.rendezvous.common.event.Event.ModelResponded;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.systemtest.check.evidence.Shown;
import io.rendezvous.systemtest.check.evidence.Texts;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Compares turns as REST shows them with the log. */
final class ShownTurns {
  private ShownTurns() {}

  static void compare(Shown shown, Log log, Texts texts, Findings findings) {
    log.turns()
        .forEach(
            (turn, facts) -> {
              JsonNode view = shown.turns().get(turn);
              if (view != null) {
                compare(turn, facts, view, texts, findings);
              }
            });
  }

  private static void compare(
      TurnId turn, List<Fact> facts, JsonNode view, Texts texts, Findings findings) {
    String status = "running";
    String reason = "";
    String answer = "";
    for (Fact fact : facts) {
      if (fact.event() instanceof TurnEnded ended) {
        status = ended.reason().status().name().toLowerCase(Locale.ROOT);
        reason = ended.reason() == TurnEndReason.ANSWERED ? "" : ended.reason().name();
      } else if (fact.event() instanceof ModelResponded said) {
        var text = said.text();
        answer = text == null ? "" : texts.of(fact.user(), text).orElse("");
      }
    }
    findings.compare(turn, "REST to say the status", status, view.path("status").asString(""));
    findings.compare(turn, "REST to say the reason", reason, view.path("reason").asString(""));
    findings.compare(
        turn,
        "REST to say the answer",
        status.equals("completed") ? answer : "",
        view.path("answer").asString(""));
  }
}
