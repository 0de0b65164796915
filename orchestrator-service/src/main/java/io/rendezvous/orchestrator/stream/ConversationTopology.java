package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.orchestrator.budget.Ledgers;
import io.rendezvous.orchestrator.budget.WorstCase;
import io.rendezvous.orchestrator.conversation.Decider;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** The whole topology: commands in, decisions and what they make others do out. */
final class ConversationTopology
    implements Consumer<KStream<String, byte[]>>,
        ProcessorSupplier<String, byte[], String, Outgoing> {
  static final String GROUP = "orchestrator";

  private final Deciding deciding;
  private final Ledgers ledgers;
  private final WorstCase worstCase;
  private final OwnerMarks marks;
  private final DeciderSettings settings;
  private final CommitPace pace;
  private final DecisionMetrics metrics;

  ConversationTopology(
      Decider decider,
      WorstCase worstCase,
      OwnerMarks marks,
      DeciderSettings settings,
      DecisionMetrics metrics) {
    this.deciding = new Deciding(decider);
    this.ledgers = new Ledgers(settings.leasedTries());
    this.worstCase = worstCase;
    this.marks = marks;
    this.settings = settings;
    this.pace = new CommitPace(settings.quietRate(), settings.commitSpacing());
    this.metrics = metrics;
  }

  @Override
  public void accept(KStream<String, byte[]> commands) {
    commands
        .process(this)
        .to(
            (_, outgoing, _) -> outgoing.topic().name(),
            Produced.with(Serdes.String(), Outgoing.serde()));
  }

  @Override
  public Processor<String, byte[], String, Outgoing> get() {
    var encoder = new Encoder(new Codec("orchestrator"), worstCase);
    return new ByTopic(
        new ConversationProcessor(deciding, encoder, marks, settings, pace, metrics),
        new LedgerProcessor(ledgers, encoder, pace, metrics));
  }

  /** The store travels with the supplier, so that a test needs nothing of Spring. */
  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(StateStore.builder());
  }
}
