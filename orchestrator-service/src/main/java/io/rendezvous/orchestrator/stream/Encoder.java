package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.budget.Amount;
import io.rendezvous.common.budget.Lease;
import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Report.ApprovalExpired;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.model.LedgerEntry.LeaseWanted;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.orchestrator.budget.WorstCase;
import io.rendezvous.orchestrator.conversation.Consequences;
import io.rendezvous.orchestrator.conversation.Conversation;
import io.rendezvous.orchestrator.stream.Deciding.Decided;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Makes the records that a decision leads to: its own, and those that make others work. */
final class Encoder {
  private final Codec codec;
  private final WorstCase worstCase;

  Encoder(Codec codec, WorstCase worstCase) {
    this.codec = codec;
    this.worstCase = worstCase;
  }

  /**
   * The records, in the order in which they are to be written.
   *
   * @throws RecordTooLarge if one is larger than its topic takes
   */
  List<Record<String, Outgoing>> encode(
      Conversation before, Decided decided, @Nullable String traceparent) throws RecordTooLarge {
    Decision decision = decided.decision();
    Conversation after = decided.after();
    var records = new ArrayList<Record<String, Outgoing>>();
    var envelope = new Envelope(decision, traceparent);
    records.add(record(Topics.HISTORY, decision, envelope, "decision"));
    Consequences.settled(decision, before)
        .forEach(
            settled ->
                records.add(record(Topics.BUDGETS, settled, envelope, "settled/" + settled.ask())));
    Consequences.modelCall(decision, after)
        .ifPresent(
            call ->
                records.add(modelCall(call, Consequences.spentInTurn(after), envelope, "model")));
    Consequences.summaryCall(decision, after)
        .ifPresent(call -> records.add(modelCall(call, Amount.NONE, envelope, "summary")));
    Consequences.toolCalls(decision, after)
        .forEach(
            routed ->
                records.add(
                    record(routed.topic(), routed.call(), envelope, routed.call().call().value())));
    Consequences.stop(decision, before)
        .ifPresent(stop -> records.add(record(Topics.CONTROL, stop, envelope, "stop")));
    for (var record : records) {
      RecordTooLarge.check(record.value());
    }
    return records;
  }

  /** Users with a budget ask their ledger first. */
  private Record<String, Outgoing> modelCall(
      ModelCall call, Amount spentInTurn, Envelope envelope, String part) {
    if (call.preferences().budget() == null) {
      return record(Topics.MODEL_CALLS, call, envelope, part);
    }
    var wanted =
        new LeaseWanted(
            call.user(), call, worstCase.of(call), spentInTurn, envelope.decision().at());
    return record(Topics.BUDGETS, wanted, envelope, part + "/lease");
  }

  /** A model call that may be made. */
  Record<String, Outgoing> leased(LeaseWanted wanted, Lease lease, @Nullable String traceparent) {
    ModelCall call = wanted.call();
    return answer(Topics.MODEL_CALLS, call, call.with(lease), wanted.at(), traceparent);
  }

  /** A model call that may not be made, and why. */
  Record<String, Outgoing> refused(
      LeaseWanted wanted, ModelFailure reason, @Nullable String traceparent) {
    ModelCall call = wanted.call();
    var failed = new ModelFailed(call.user(), call.turn(), call.ask(), reason, List.of());
    return answer(Topics.OUTCOMES, call, failed, wanted.at(), traceparent);
  }

  private Record<String, Outgoing> answer(
      Topic topic, ModelCall call, Object message, Instant at, @Nullable String traceparent) {
    String key = call.conversation().value();
    return outgoing(
        topic, codec.encode(topic, key, message, call.ask() + "/lease", at, traceparent), at);
  }

  /** A timer that is due. */
  Record<String, Outgoing> timer(Report due, Instant now) {
    String id =
        due instanceof ApprovalExpired(_, var approval)
            ? approval + "/expired"
            : due.turn() + "/deadline";
    return outgoing(
        Topics.TIMERS,
        codec.encode(Topics.TIMERS, due.conversation().value(), due, id, now, null),
        now);
  }

  private record Envelope(Decision decision, @Nullable String traceparent) {}

  private Record<String, Outgoing> record(
      Topic topic, Object message, Envelope envelope, String part) {
    Decision decision = envelope.decision();
    String key = key(topic, decision);
    String id = decision.conversation() + "/" + decision.firstSequence() + "/" + part;
    return outgoing(
        topic,
        codec.encode(topic, key, message, id, decision.at(), envelope.traceparent()),
        decision.at());
  }

  private static @Nullable String key(Topic topic, Decision decision) {
    if (topic.equals(Topics.CONTROL)) {
      return null;
    }
    return topic.equals(Topics.BUDGETS) ? decision.user().value() : decision.conversation().value();
  }

  /** A record as Kafka Streams forwards it. */
  static Record<String, Outgoing> outgoing(
      Topic topic, ProducerRecord<String, byte[]> record, Instant at) {
    return new Record<>(
        record.key(), new Outgoing(topic, record.value()), at.toEpochMilli(), record.headers());
  }
}
