package io.rendezvous.history.listener;

import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.history.log.LoggedDecision;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record, and what it was found to be: one of the two is null. */
record ReadRecord(
    ConsumerRecord<String, byte[]> record,
    @Nullable LoggedDecision decision,
    @Nullable UnreadableRecord failure) {}
