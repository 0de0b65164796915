package io.rendezvous.history.log;

import static io.rendezvous.history.ConversationLog.accepted;
import static io.rendezvous.history.ConversationLog.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.common.wire.UnreadableRecord.Reason;
import io.rendezvous.history.ConversationLog;
import io.rendezvous.history.Records;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DecisionReaderTest {
  private final DecisionReader reader = new DecisionReader(new OwnerMarks(ConversationLog.ID_KEY));
  private final ConversationLog conversation = new ConversationLog();
  private final Decision ended =
      new ConversationLog(conversation.id).decides(ended(conversation.turn("a")));

  @Test
  void reads_what_the_decider_wrote() throws UnreadableRecord {
    var turn = conversation.turn("a");
    var decision = conversation.decides(conversation.created(), accepted(turn), ended(turn));

    var read = reader.read(Records.read(decision));

    assertThat(read.conversation()).isEqualTo(conversation.id);
    assertThat(read.at()).isEqualTo(decision.at());
    assertThat(read.events())
        .extracting(LoggedEvent::event)
        .containsExactly(conversation.created(), accepted(turn), ended(turn));
    assertThat(read.events()).extracting(LoggedEvent::turn).containsExactly(null, turn, turn);
  }

  @Test
  void keeps_an_event_of_an_unknown_type_as_it_is() throws UnreadableRecord {
    var turn = conversation.turn("a");
    var later =
        changed(
            text -> text.replace("\"turn.ended\"", "\"turn.paused\",\"until\":{\"noon\":1.50}"));

    var read = reader.read(later).events().getFirst();

    assertThat(read.event()).isInstanceOf(Event.Unrecognized.class);
    assertThat(read.turn()).isEqualTo(turn);
    assertThat(read.raw().toString())
        .contains("\"type\":\"turn.paused\"", "\"until\":{\"noon\":1.5");
  }

  @Test
  void does_not_mind_a_cause_that_it_does_not_know() throws UnreadableRecord {
    assertThat(reader.read(changed(text -> text.replace("turn.cancel", "turn.rewind"))).events())
        .hasSize(1);
  }

  @Test
  void refuses_another_key() {
    var record = Records.written(ended);
    assertThat(
            failure(
                Records.read(
                    new ProducerRecord<>(
                        record.topic(),
                        null,
                        new ConversationLog().id.value(),
                        record.value(),
                        record.headers()))))
        .isEqualTo(Reason.WRONG_KEY);
  }

  @Test
  void refuses_a_user_whose_conversation_it_is_not() {
    assertThat(failure(changed(text -> text.replace("u-ana", "u-bob"))))
        .isEqualTo(Reason.WRONG_OWNER);
  }

  @Test
  void refuses_what_is_no_event_no_decision_or_torn() {
    var noEvent = new ProducerRecord<>("history", "key", "{}".getBytes());
    assertThat(failure(Records.read(noEvent))).isEqualTo(Reason.NOT_AN_EVENT);
    assertThat(failure(changed(text -> "{"))).isEqualTo(Reason.BAD_DATA);
    assertThat(failure(changed(text -> "null"))).isEqualTo(Reason.BAD_DATA);
    assertThat(failure(changed(text -> text.replace("\"sequence\":1", "\"sequence\":0"))))
        .isEqualTo(Reason.BAD_DATA);
    assertThat(failure(changed(text -> text.replace("ANSWERED", "SHRUGGED"))))
        .isEqualTo(Reason.BAD_DATA);
    var otherTurn = new ConversationLog().turn("a").value();
    var ownTurn = conversation.turn("a").value();
    assertThat(failure(changed(text -> text.replace(ownTurn, otherTurn))))
        .isEqualTo(Reason.BAD_DATA);
    var otherType = Records.written(ended);
    otherType.headers().remove("ce_type").add("ce_type", "model.call".getBytes());
    assertThat(failure(Records.read(otherType))).isEqualTo(Reason.UNKNOWN_TYPE);
  }

  private ConsumerRecord<String, byte[]> changed(UnaryOperator<String> change) {
    return Records.read(Records.changed(ended, change));
  }

  private Reason failure(ConsumerRecord<String, byte[]> record) {
    return catchThrowableOfType(UnreadableRecord.class, () -> reader.read(record)).reason();
  }
}
