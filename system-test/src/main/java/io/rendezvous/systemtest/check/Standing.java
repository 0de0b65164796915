package io.rendezvous.systemtest.check;

import io.rendezvous.common.event.Event.Acceptance;
import io.rendezvous.common.event.Event.ApprovalRefused;
import io.rendezvous.common.event.Event.CalendarChanged;
import io.rendezvous.common.event.Event.ConversationCreated;
import io.rendezvous.common.event.Event.OfTurn;
import io.rendezvous.common.event.Event.PromptRefused;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.Event.Unrecognized;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a turn stands after its events, as its last item tells. */
record Standing(
    String status, Instant startedAt, @Nullable Instant endedAt, @Nullable String reason) {

  static Standing of(List<Fact> facts) {
    Fact first = facts.getFirst();
    Standing standing =
        switch (first.event()) {
          case PromptRefused refused ->
              new Standing("failed", first.at(), first.at(), refused.reason().name());
          case CalendarChanged _ -> new Standing("completed", first.at(), first.at(), null);
          case OfTurn _, ConversationCreated _, ApprovalRefused _, Unrecognized _ ->
              new Standing("running", first.at(), null, null);
        };
    for (Fact fact : facts) {
      standing = standing.after(fact);
    }
    return standing;
  }

  private Standing after(Fact fact) {
    if (fact.event() instanceof TurnEnded ended) {
      String how = ended.reason().status().name().toLowerCase(Locale.ROOT);
      return new Standing(how, startedAt, fact.at(), ended.reason().name());
    }
    // Accepted after a refusal, it starts anew.
    return fact.event() instanceof Acceptance
        ? new Standing("running", fact.at(), null, null)
        : this;
  }
}
