package io.rendezvous.history.log;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.Json;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.common.wire.UnreadableRecord.Reason;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads records of {@code history}. The command that caused a decision is not read: a later version
 * may know commands that this one does not, and the tables do not need them.
 */
public final class DecisionReader {
  private final OwnerMarks marks;

  public DecisionReader(OwnerMarks marks) {
    this.marks = marks;
  }

  /**
   * The decision that a record carries.
   *
   * @throws UnreadableRecord if it is none, or not of the conversation and user that it names
   */
  public LoggedDecision read(ConsumerRecord<String, byte[]> record) throws UnreadableRecord {
    RawDecision decision = Codec.decode(record.headers(), record.value(), RawDecision.class);
    if (!decision.conversation().value().equals(record.key())) {
      throw new UnreadableRecord(
          Reason.WRONG_KEY, "the key is not the decision's conversation", null);
    }
    if (!marks.owns(decision.user(), decision.conversation())) {
      throw new UnreadableRecord(
          Reason.WRONG_OWNER, "the conversation is not the user's who is named", null);
    }
    return new LoggedDecision(
        decision.user(), decision.conversation(), decision.at(), events(decision));
  }

  private static List<LoggedEvent> events(RawDecision decision) throws UnreadableRecord {
    var events = new ArrayList<LoggedEvent>();
    long expected = decision.events().getFirst().sequence();
    for (RawDecision.RawEvent raw : decision.events()) {
      if (raw.sequence() != expected++) {
        throw bad("the events do not follow each other", null);
      }
      LoggedEvent event = event(raw);
      if (event.turn() != null && !event.turn().conversation().equals(decision.conversation())) {
        throw bad("an event is of another conversation", null);
      }
      events.add(event);
    }
    return events;
  }

  private static LoggedEvent event(RawDecision.RawEvent raw) throws UnreadableRecord {
    try {
      Event event = Json.MAPPER.treeToValue(raw.event(), Event.class);
      TurnId turn =
          switch (event) {
            case Event.OfTurn ofTurn -> ofTurn.turn();
            case Event.Unrecognized _ -> turnOf(raw.event());
            case Event.ConversationCreated _, Event.ApprovalRefused _ -> null;
          };
      return new LoggedEvent(raw.sequence(), raw.event(), event, turn);
    } catch (JacksonException | IllegalArgumentException e) {
      throw bad("an event's data does not fit its type", e);
    }
  }

  private static @Nullable TurnId turnOf(JsonNode unrecognized) {
    if (unrecognized.path("turn").isString()) {
      return new TurnId(unrecognized.path("turn").stringValue());
    }
    return unrecognized.path("call").isString()
        ? new CallId(unrecognized.path("call").stringValue()).turn()
        : null;
  }

  private static UnreadableRecord bad(String message, @Nullable Exception cause) {
    return new UnreadableRecord(Reason.BAD_DATA, message, cause);
  }
}
