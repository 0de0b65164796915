package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.TurnId;
import java.time.Instant;

/**
 * A summary is being made, beside the turns.
 *
 * @param turn the one after whose end it was asked for
 * @param through the number of the last message that it is to cover
 * @param foreign whether it covers text that other people wrote
 */
public record Summarizing(
    TurnId turn,
    AskId ask,
    long through,
    Instant since,
    Preferences preferences,
    @JsonSetter(nulls = Nulls.AS_EMPTY) boolean foreign) {
  public Summarizing {
    requireNonNull(turn, "turn");
    requireNonNull(ask, "ask");
    requireNonNull(since, "since");
    requireNonNull(preferences, "preferences");
  }
}
