package io.rendezvous.orchestrator.stream;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * All state of a partition in one store: each store more is a changelog more, and so a partition
 * more in every transaction. A key that begins with an id of a conversation is about it; a key that
 * begins with a digit is a deadline, one that begins with {@link #LEDGER} a ledger.
 */
final class StateStore {
  static final String LEDGER = "ledger/";

  private static final String NAME = "conversations";

  private StateStore() {}

  static StoreBuilder<KeyValueStore<String, byte[]>> builder() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.ByteArray());
  }

  static KeyValueStore<String, byte[]> of(ProcessingContext context) {
    return context.getStateStore(NAME);
  }
}
