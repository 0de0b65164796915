package io.rendezvous.gateway.tail;

import io.rendezvous.common.event.Decision;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ReplyDelta;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.common.wire.UnreadableRecord.Reason;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads records, and refuses those whose key, conversation and owner disagree. */
final class RecordReader {
  /** An attempt's name becomes part of an event id. */
  private static final String ATTEMPT = "[!-~]{1,64}";

  private final OwnerMarks marks;

  RecordReader(OwnerMarks marks) {
    this.marks = marks;
  }

  Decision decision(ConsumerRecord<String, byte[]> record) throws UnreadableRecord {
    var decision = Codec.decode(record.headers(), record.value(), Decision.class);
    check(record, decision.user(), decision.conversation());
    return decision;
  }

  ReplyDelta delta(ConsumerRecord<String, byte[]> record) throws UnreadableRecord {
    var delta = Codec.decode(record.headers(), record.value(), ReplyDelta.class);
    check(record, delta.user(), delta.turn().conversation());
    if (!delta.attempt().matches(ATTEMPT)) {
      throw new UnreadableRecord(Reason.BAD_DATA, "the attempt's name is not printable", null);
    }
    return delta;
  }

  private void check(
      ConsumerRecord<String, byte[]> record, UserId user, ConversationId conversation)
      throws UnreadableRecord {
    if (!conversation.value().equals(record.key())) {
      throw new UnreadableRecord(Reason.WRONG_KEY, "the key names another conversation", null);
    }
    if (!marks.owns(user, conversation)) {
      throw new UnreadableRecord(Reason.WRONG_OWNER, "the conversation is another user's", null);
    }
  }
}
