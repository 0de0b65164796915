package io.rendezvous.history.projection;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.history.log.LoggedDecision;
import io.rendezvous.history.log.LoggedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Brings the tables up to a batch of decisions, with as few writes as the batch allows. */
public final class Projection {
  private final ConversationStore store;
  private final ConversationCache cache;
  private final int endedTurns;
  private final Semaphore conversationsAtOnce;
  private final ProjectionMetrics metrics;

  public Projection(
      DynamoDbClient client,
      DynamoDbSettings tables,
      ProjectionSettings settings,
      MeterRegistry meters) {
    this.metrics = new ProjectionMetrics(meters);
    this.store =
        new ConversationStore(new GuardedTables(client, tables, metrics), settings.turnItemBytes());
    this.cache = new ConversationCache(settings.cache().toBytes());
    this.endedTurns = settings.endedTurns();
    this.conversationsAtOnce = new Semaphore(settings.conversationsAtOnce());
  }

  /**
   * Writes all that the decisions bring, in parallel by conversation; a decision that the tables
   * have already is skipped.
   *
   * @return those that cannot be written since one before them is missing
   * @throws IllegalStateException if something was not written; the same decisions again are safe
   */
  public List<LoggedDecision> project(List<LoggedDecision> decisions) throws InterruptedException {
    Map<ConversationId, List<LoggedDecision>> byConversation =
        decisions.stream()
            .collect(groupingBy(LoggedDecision::conversation, LinkedHashMap::new, toList()));
    var stranded = new ArrayList<LoggedDecision>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<List<LoggedDecision>>> tasks = new ArrayList<>();
      byConversation.values().forEach(some -> tasks.add(() -> projectInTurn(some)));
      for (Future<List<LoggedDecision>> done : threads.invokeAll(tasks)) {
        stranded.addAll(done.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Expected to write to the tables, but could not", e.getCause());
    }
    return stranded;
  }

  /** Forgets what was read: another process may have written since. */
  public void forget() {
    cache.clear();
  }

  private List<LoggedDecision> projectInTurn(List<LoggedDecision> decisions)
      throws InterruptedException {
    conversationsAtOnce.acquire();
    try {
      return projectOne(decisions);
    } finally {
      conversationsAtOnce.release();
    }
  }

  private List<LoggedDecision> projectOne(List<LoggedDecision> decisions) {
    LoggedDecision any = decisions.getFirst();
    ConversationFold cached = cache.take(any.conversation());
    ConversationFold fold = cached == null ? store.load(any.user(), any.conversation()) : cached;
    var stranded = new ArrayList<LoggedDecision>();
    var applied = new ArrayList<LoggedDecision>();
    // Sorted, so that records which came out of order within the batch leave no gap.
    var inOrder = decisions.stream().sorted(comparingLong(LoggedDecision::firstSequence)).toList();
    for (LoggedDecision decision : inOrder) {
      if (decision.lastSequence() <= fold.lastSequence()) {
        metrics.skipped();
      } else if (decision.firstSequence() == fold.lastSequence() + 1) {
        learnWhatItContinues(fold, decision);
        fold.apply(decision);
        applied.add(decision);
      } else {
        stranded.add(decision);
      }
    }
    store.save(fold);
    fold.stored(endedTurns);
    Instant now = Instant.now();
    applied.forEach(decision -> metrics.projected(decision.at(), now));
    cache.put(any.conversation(), fold);
    return stranded;
  }

  /** A turn that the decision accepts is new: there is nothing to learn of it. */
  private void learnWhatItContinues(ConversationFold fold, LoggedDecision decision) {
    Set<TurnId> accepted = new HashSet<>();
    for (LoggedEvent event : decision.events()) {
      TurnId turn = event.turn();
      if (turn == null) {
        continue;
      }
      if (event.event() instanceof Event.Acceptance) {
        accepted.add(turn);
      } else if (!accepted.contains(turn) && !fold.knowsTurn(turn)) {
        store.lastPart(turn).ifPresent(fold::learn);
      }
      if (!fold.knowsExecutions(turn) && Executions.concerns(event.event())) {
        fold.learn(store.executions(turn, decision.user()));
      }
    }
  }
}
