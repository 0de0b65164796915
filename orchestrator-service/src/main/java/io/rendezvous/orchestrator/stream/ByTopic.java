package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.topic.Topics;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** What is for a conversation goes to the one processor, what is for a ledger to the other. */
final class ByTopic implements Processor<String, byte[], String, Outgoing> {
  private final ConversationProcessor conversations;
  private final LedgerProcessor ledgers;
  private ProcessorContext<String, Outgoing> context;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before all else
  ByTopic(ConversationProcessor conversations, LedgerProcessor ledgers) {
    this.conversations = conversations;
    this.ledgers = ledgers;
  }

  @Override
  public void init(ProcessorContext<String, Outgoing> given) {
    context = given;
    conversations.init(given);
    ledgers.init(given);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    String topic = context.recordMetadata().orElseThrow().topic();
    if (topic.equals(Topics.BUDGETS.name())) {
      ledgers.process(record);
    } else {
      conversations.process(record);
    }
  }
}
