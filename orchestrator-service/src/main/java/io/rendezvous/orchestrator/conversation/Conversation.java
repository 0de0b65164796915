package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that the decider knows of a conversation.
 *
 * @param nextSequence the number of the next event, from 1 on
 * @param time the time of the last decision: time never goes back
 * @param recent the last turns that were accepted, oldest first
 * @param owed tool calls whose turn ended before they reported
 * @param owedAsks model calls of which the same is true
 * @param approvals the last that tool calls have needed, oldest first
 * @param told the last changes by others that were recorded, oldest first
 * @param summary of what has left the window, if there is one
 * @param summarizing the summary that is being made, if one is
 */
public record Conversation(
    UserId owner,
    boolean created,
    long nextSequence,
    Instant time,
    Phase phase,
    List<Queued> queue,
    List<KnownTurn> recent,
    List<OpenCall> owed,
    List<OwedAsk> owedAsks,
    List<KnownApproval> approvals,
    List<TurnId> told,
    @Nullable Personal systemPrompt,
    @Nullable Summary summary,
    @Nullable Summarizing summarizing,
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
    approvals = List.copyOf(requireNonNullElse(approvals, List.of()));
    told = List.copyOf(requireNonNullElse(told, List.of()));
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
        List.of(),
        List.of(),
        null,
        null,
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

  /** The summary that this ask is to make, if it is still wanted. */
  Optional<Summarizing> summarizing(AskId ask) {
    return Optional.ofNullable(summarizing).filter(it -> it.ask().equals(ask));
  }

  boolean isRunning(TurnId turn) {
    return phase.running().filter(running -> running.id().equals(turn)).isPresent();
  }

  Optional<KnownApproval> approval(ApprovalId id) {
    return approvals.stream().filter(known -> known.approval().equals(id)).findFirst();
  }

  /** The calls that wait for their user, in the order in which they came to. */
  List<KnownApproval> awaitedApprovals() {
    return approvals.stream().filter(KnownApproval::isAwaited).toList();
  }

  /** When it is to be told of the time, if nothing else happens. */
  public List<DueTime> dueTimes() {
    var due = new ArrayList<DueTime>();
    awaitedApprovals()
        .forEach(known -> due.add(new DueTime(known.expiresAt(), known.approval().value())));
    switch (phase) {
      case Phase.Running running ->
          due.add(new DueTime(running.turn().deadline(), running.turn().id().value()));
      case Phase.RollingBack(var turn, _, _, var deadline, _) ->
          due.add(new DueTime(deadline, turn.value()));
      case Phase.Idle _ -> {}
    }
    return due;
  }

  /** Whether what a model is shown now holds, or may repeat, text that other people wrote. */
  boolean isForeign() {
    return isForeign(Long.MAX_VALUE);
  }

  /** The same of what is shown up to a message. */
  boolean isForeign(long through) {
    return (summary != null && summary.foreign()) || window.isForeign(through);
  }

  boolean isQueued(TurnId turn) {
    return queue.stream().anyMatch(prompt -> prompt.turn().equals(turn));
  }

  Conversation at(Instant decided) {
    return copy(it -> it.time = decided);
  }

  Conversation numbered() {
    return copy(it -> it.nextSequence++);
  }

  Conversation withCreation(@Nullable Personal prompt) {
    return copy(
        it -> {
          it.created = true;
          it.systemPrompt = prompt;
        });
  }

  Conversation with(Phase changed) {
    return copy(it -> it.phase = changed);
  }

  Conversation withQueue(List<Queued> changed) {
    return copy(it -> it.queue = changed);
  }

  Conversation withRecent(List<KnownTurn> changed) {
    return copy(it -> it.recent = changed);
  }

  Conversation withOwed(List<OpenCall> changed) {
    return copy(it -> it.owed = changed);
  }

  Conversation withOwedAsks(List<OwedAsk> changed) {
    return copy(it -> it.owedAsks = changed);
  }

  Conversation withApprovals(List<KnownApproval> changed) {
    return copy(it -> it.approvals = changed);
  }

  Conversation withTold(List<TurnId> changed) {
    return copy(it -> it.told = changed);
  }

  Conversation withSummarizing(@Nullable Summarizing changed) {
    return copy(it -> it.summarizing = changed);
  }

  /** With a summary in the place of what it covers. */
  Conversation with(Summary changed) {
    return copy(
        it -> {
          it.summary = changed;
          it.window = window.after(changed.through());
        });
  }

  Conversation with(Window changed) {
    return with(changed, recent);
  }

  /** The same, with other messages and turns: how a stored state is put together again. */
  public Conversation with(Window messages, List<KnownTurn> turns) {
    return copy(
        it -> {
          it.window = messages;
          it.recent = turns;
        });
  }

  private Conversation copy(Consumer<Parts> change) {
    var parts = new Parts(this);
    change.accept(parts);
    return parts.whole();
  }

  /** A conversation that is being changed. */
  private static final class Parts {
    private final UserId owner;
    private boolean created;
    private long nextSequence;
    private Instant time;
    private Phase phase;
    private List<Queued> queue;
    private List<KnownTurn> recent;
    private List<OpenCall> owed;
    private List<OwedAsk> owedAsks;
    private List<KnownApproval> approvals;
    private List<TurnId> told;
    private @Nullable Personal systemPrompt;
    private @Nullable Summary summary;
    private @Nullable Summarizing summarizing;
    private Window window;

    Parts(Conversation of) {
      owner = of.owner;
      created = of.created;
      nextSequence = of.nextSequence;
      time = of.time;
      phase = of.phase;
      queue = of.queue;
      recent = of.recent;
      owed = of.owed;
      owedAsks = of.owedAsks;
      approvals = of.approvals;
      told = of.told;
      systemPrompt = of.systemPrompt;
      summary = of.summary;
      summarizing = of.summarizing;
      window = of.window;
    }

    Conversation whole() {
      return new Conversation(
          owner,
          created,
          nextSequence,
          time,
          phase,
          queue,
          recent,
          owed,
          owedAsks,
          approvals,
          told,
          systemPrompt,
          summary,
          summarizing,
          window);
    }
  }
}
