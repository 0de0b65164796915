package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.id.UserId;
import io.rendezvous.common.metric.DeadLetterCounts;
import io.rendezvous.common.model.LedgerEntry;
import io.rendezvous.common.model.LedgerEntry.LeaseWanted;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.common.wire.UnreadableRecord.Reason;
import io.rendezvous.orchestrator.budget.Ledger;
import io.rendezvous.orchestrator.budget.Ledgers;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the ledgers, and lets model calls go on or tells that they may not, in one transaction. */
final class LedgerProcessor extends ContextualProcessor<String, byte[], String, Outgoing> {
  static final List<Topic> INPUTS = List.of(Topics.BUDGETS);
  private static final Logger LOG = LoggerFactory.getLogger(LedgerProcessor.class);

  private final Ledgers ledgers;
  private final Encoder encoder;
  private final CommitPace pace;
  private final DecisionMetrics metrics;
  private KeyValueStore<String, byte[]> store;
  private SettingAside aside;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before all else
  LedgerProcessor(Ledgers ledgers, Encoder encoder, CommitPace pace, DecisionMetrics metrics) {
    this.ledgers = ledgers;
    this.encoder = encoder;
    this.pace = pace;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<String, Outgoing> context) {
    super.init(context);
    store = StateStore.of(context);
    aside = new SettingAside(context, INPUTS, metrics);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    context()
        .recordMetadata()
        .ifPresent(
            read ->
                metrics.taken(read.topic(), record.timestamp(), context().currentSystemTimeMs()));
    try {
      LedgerEntry entry = Codec.decode(record.headers(), record.value(), LedgerEntry.class);
      if (!entry.user().value().equals(record.key())) {
        throw new UnreadableRecord(Reason.WRONG_KEY, "the key is not the user's id", null);
      }
      apply(record, entry);
    } catch (UnreadableRecord unreadable) {
      aside.setAside(record, unreadable.reason().name(), unreadable.getMessage());
    }
  }

  /** Where deciding fails nobody may ask, and the turn learns that. */
  private void apply(Record<String, byte[]> record, LedgerEntry entry) {
    String traceparent = Codec.traceparent(record.headers());
    Ledgers.Decided decided;
    try {
      decided = ledgers.decide(load(entry.user()), entry);
    } catch (RuntimeException e) {
      LOG.error("Deciding on a {} failed", Codec.typeOf(entry.getClass()), e);
      aside.setAside(record, DeadLetterCounts.INTERNAL, e.getClass().getSimpleName());
      if (entry instanceof LeaseWanted wanted) {
        context().forward(encoder.refused(wanted, ModelFailure.UNAVAILABLE, traceparent));
      }
      return;
    }
    store.put(key(entry.user()), StoredState.write(decided.after()));
    if (entry instanceof LeaseWanted wanted) {
      context().forward(answer(wanted, decided, traceparent));
    }
    if (pace.isDue(context().currentSystemTimeMs())) {
      context().commit();
    }
  }

  private Record<String, Outgoing> answer(
      LeaseWanted wanted, Ledgers.Decided decided, @Nullable String traceparent) {
    metrics.leased(decided.lease().isPresent());
    return decided
        .lease()
        .map(lease -> encoder.leased(wanted, lease, traceparent))
        .orElseGet(() -> encoder.refused(wanted, ModelFailure.OVER_BUDGET, traceparent));
  }

  private Ledger load(UserId user) {
    byte[] stored = store.get(key(user));
    return stored == null ? Ledger.EMPTY : StoredState.read(stored, Ledger.class);
  }

  private static String key(UserId user) {
    return StateStore.LEDGER + user.value();
  }
}
