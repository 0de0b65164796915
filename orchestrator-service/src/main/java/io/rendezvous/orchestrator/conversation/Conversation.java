package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the decider knows of a conversation.
 *
 * @param nextSequence the number of the next event, from 1 on
 * @param time the time of the last decision: time never goes back
 * @param recent the last turns that were accepted, oldest first
 * @param owed tool calls whose turn ended before they reported
 * @param owedAsks model calls of which the same is true
 */
public record Conversation(
    UserId owner,
    boolean created,
    long nextSequence,
    Instant time,
    Phase phase,
    List<QueuedPrompt> queue,
    List<KnownTurn> recent,
    List<OpenCall> owed,
    List<OwedAsk> owedAsks,
    @Nullable Personal systemPrompt,
    Window window) {

  public Conversation {
    requireNonNull(owner, "owner");
    requireNonNull(time, "time");
    requireNonNull(phase, "phase");
    queue = List.copyOf(queue);
    recent = List.copyOf(recent);
    owed = List.copyOf(owed);
    // Earlier versions did not know them.
    owedAsks = List.copyOf(requireNonNullElse(owedAsks, List.of()));
    requireNonNull(window, "window");
  }

  /** A conversation in which nothing has happened. */
  public static Conversation of(UserId owner) {
    return new Conversation(
        owner,
        false,
        1,
        Instant.EPOCH,
        new Phase.Idle(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        Window.EMPTY);
  }

  /** The time of a decision made when the clock says {@code now}. */
  public Instant timeAt(Instant now) {
    return now.isAfter(time) ? now : time;
  }

  Optional<KnownTurn> known(TurnId turn) {
    return recent.stream().filter(known -> known.turn().equals(turn)).findFirst();
  }

  /** When a turn of the last day was accepted. */
  public Optional<Instant> acceptedAt(TurnId turn) {
    return known(turn).map(KnownTurn::at);
  }

  boolean isRunning(TurnId turn) {
    return phase.running().filter(running -> running.id().equals(turn)).isPresent();
  }

  boolean isQueued(TurnId turn) {
    return queue.stream().anyMatch(prompt -> prompt.turn().equals(turn));
  }

  Conversation at(Instant decided) {
    return new Conversation(
        owner,
        created,
        nextSequence,
        decided,
        phase,
        queue,
        recent,
        owed,
        owedAsks,
        systemPrompt,
        window);
  }

  Conversation numbered() {
    return new Conversation(
        owner,
        created,
        nextSequence + 1,
        time,
        phase,
        queue,
        recent,
        owed,
        owedAsks,
        systemPrompt,
        window);
  }

  Conversation withCreation(@Nullable Personal prompt) {
    return new Conversation(
        owner, true, nextSequence, time, phase, queue, recent, owed, owedAsks, prompt, window);
  }

  Conversation with(Phase changed) {
    return new Conversation(
        owner,
        created,
        nextSequence,
        time,
        changed,
        queue,
        recent,
        owed,
        owedAsks,
        systemPrompt,
        window);
  }

  Conversation withQueue(List<QueuedPrompt> changed) {
    return new Conversation(
        owner,
        created,
        nextSequence,
        time,
        phase,
        changed,
        recent,
        owed,
        owedAsks,
        systemPrompt,
        window);
  }

  Conversation withRecent(List<KnownTurn> changed) {
    return new Conversation(
        owner,
        created,
        nextSequence,
        time,
        phase,
        queue,
        changed,
        owed,
        owedAsks,
        systemPrompt,
        window);
  }

  Conversation withOwed(List<OpenCall> changed) {
    return new Conversation(
        owner,
        created,
        nextSequence,
        time,
        phase,
        queue,
        recent,
        changed,
        owedAsks,
        systemPrompt,
        window);
  }

  Conversation withOwedAsks(List<OwedAsk> changed) {
    return new Conversation(
        owner,
        created,
        nextSequence,
        time,
        phase,
        queue,
        recent,
        owed,
        changed,
        systemPrompt,
        window);
  }

  Conversation with(Window changed) {
    return with(changed, recent);
  }

  /** The same, with other messages and turns: how a stored state is put together again. */
  public Conversation with(Window messages, List<KnownTurn> turns) {
    return new Conversation(
        owner,
        created,
        nextSequence,
        time,
        phase,
        queue,
        turns,
        owed,
        owedAsks,
        systemPrompt,
        messages);
  }
}
