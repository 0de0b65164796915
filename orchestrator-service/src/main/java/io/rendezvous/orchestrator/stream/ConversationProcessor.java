package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.command.Command;
import io.rendezvous.common.command.Report;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.metric.DeadLetterCounts;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.common.wire.UnreadableRecord.Reason;
import io.rendezvous.orchestrator.conversation.Conversation;
import io.rendezvous.orchestrator.stream.Deciding.Decided;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a command, decides, keeps the state and sends what follows, all in one transaction. */
final class ConversationProcessor extends ContextualProcessor<String, byte[], String, Outgoing> {
  private static final Logger LOG = LoggerFactory.getLogger(ConversationProcessor.class);
  static final List<Topic> INPUTS = List.of(Topics.PROMPTS, Topics.OUTCOMES, Topics.TIMERS);

  private final Deciding deciding;
  private final Encoder encoder;
  private final OwnerMarks marks;
  private final DeciderSettings settings;
  private final CommitPace pace;
  private final DecisionMetrics metrics;
  private ConversationStore conversations;
  private Deadlines deadlines;
  private SettingAside aside;
  private @Nullable Cancellable watch;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before all else
  ConversationProcessor(
      Deciding deciding,
      Encoder encoder,
      OwnerMarks marks,
      DeciderSettings settings,
      CommitPace pace,
      DecisionMetrics metrics) {
    this.deciding = deciding;
    this.encoder = encoder;
    this.marks = marks;
    this.settings = settings;
    this.pace = pace;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<String, Outgoing> context) {
    super.init(context);
    KeyValueStore<String, byte[]> store = StateStore.of(context);
    conversations = new ConversationStore(store, new RecentStates(settings.cachedBytes()));
    deadlines = new Deadlines(store);
    aside = new SettingAside(context, INPUTS, metrics);
    // Of turns that ran when the state was left; where there are none, the first look is the last.
    watchDeadlines();
  }

  @Override
  public void process(Record<String, byte[]> record) {
    context()
        .recordMetadata()
        .ifPresent(
            read ->
                metrics.taken(read.topic(), record.timestamp(), context().currentSystemTimeMs()));
    try {
      Command command = read(record);
      StoredConversation before =
          conversations
              .load(command.conversation())
              .orElseGet(() -> StoredConversation.of(command.user()));
      apply(record, command, before);
    } catch (UnreadableRecord unreadable) {
      aside.setAside(record, unreadable.reason().name(), unreadable.getMessage());
    }
  }

  private Command read(Record<String, byte[]> record) throws UnreadableRecord {
    Command command = Codec.decode(record.headers(), record.value(), Command.class);
    if (!command.conversation().value().equals(record.key())) {
      throw new UnreadableRecord(Reason.WRONG_KEY, "the key is not the conversation's id", null);
    }
    if (!marks.owns(command.user(), command.conversation())) {
      throw new UnreadableRecord(Reason.WRONG_OWNER, "the conversation is not this user's", null);
    }
    return command;
  }

  /**
   * Only deciding is contained: where Kafka or the state fails, the whole transaction must fail.
   */
  private void apply(Record<String, byte[]> record, Command command, StoredConversation stored) {
    Conversation before = stored.conversation();
    String traceparent = Codec.traceparent(record.headers());
    Instant now = now();
    Optional<Decided> decided;
    List<Record<String, Outgoing>> records;
    try {
      decided = deciding.decide(before, command, now);
      records =
          decided.isPresent() ? encoder.encode(before, decided.get(), traceparent) : List.of();
    } catch (RuntimeException | RecordTooLarge e) {
      LOG.error("Deciding on a {} failed; its turn ends", Codec.typeOf(command.getClass()), e);
      aside.setAside(record, DeadLetterCounts.INTERNAL, e.getClass().getSimpleName());
      deciding
          .contain(before, command, now)
          .ifPresent(ending -> containWithin(stored, ending, traceparent));
      return;
    }
    if (decided.isPresent()) {
      commit(stored, decided.get(), records);
    }
  }

  private void containWithin(
      StoredConversation before, Decided decided, @Nullable String traceparent) {
    try {
      commit(before, decided, encoder.encode(before.conversation(), decided, traceparent));
    } catch (RecordTooLarge e) {
      LOG.error(
          "Ending the turns of a conversation takes too large a record; they run on to their deadlines",
          e);
    }
  }

  private void commit(
      StoredConversation before, Decided decided, List<Record<String, Outgoing>> records) {
    Conversation after = decided.after();
    conversations.save(decided.decision().conversation(), before, after);
    deadlines.save(before.conversation(), after);
    if (!after.dueTimes().isEmpty()) {
      watchDeadlines();
    }
    records.forEach(context()::forward);
    if (pace.isDue(context().currentSystemTimeMs())) {
      context().commit();
    }
    metrics.decided(decided.decision(), after);
  }

  /** Only while there are some, since every look is a transaction. */
  private void watchDeadlines() {
    if (watch == null) {
      watch =
          context()
              .schedule(
                  settings.deadlineTick(), PunctuationType.WALL_CLOCK_TIME, this::sendDueTimers);
    }
  }

  private void sendDueTimers(long timestamp) {
    Instant now = Instant.ofEpochMilli(timestamp);
    for (Report due : deadlines.takeDue(now, settings.deadlinesPerTick())) {
      context().forward(encoder.timer(due, now));
    }
    if (watch != null && deadlines.isEmpty()) {
      watch.cancel();
      watch = null;
    }
  }

  private Instant now() {
    return Instant.ofEpochMilli(context().currentSystemTimeMs());
  }
}
