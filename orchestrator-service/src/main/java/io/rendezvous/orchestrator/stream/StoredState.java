package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.wire.Json;
import io.rendezvous.orchestrator.conversation.Conversation;
import java.util.Arrays;

/**
 * State as bytes: a version, then JSON. A newer reader reads older state; an older one refuses
 * newer state.
 */
final class StoredState {
  /** Since the third there are approvals and rollbacks, which an older reader would lose. */
  private static final byte VERSION = 3;

  /** Its heads were whole conversations, with the known turns in them. */
  private static final byte FIRST_VERSION = 1;

  private StoredState() {}

  static byte[] write(Object state) {
    byte[] json = Json.MAPPER.writeValueAsBytes(state);
    byte[] stored = new byte[json.length + 1];
    stored[0] = VERSION;
    System.arraycopy(json, 0, stored, 1, json.length);
    return stored;
  }

  static <T> T read(byte[] stored, Class<T> kind) {
    if (stored[0] > VERSION) {
      throw new IllegalStateException(
          "Expected state of version " + VERSION + " or older, but found " + stored[0]);
    }
    return Json.MAPPER.readValue(Arrays.copyOfRange(stored, 1, stored.length), kind);
  }

  /** A conversation without what is stored beside it. */
  static StoredConversation readHead(byte[] stored) {
    return stored[0] == FIRST_VERSION
        ? new StoredConversation(read(stored, Conversation.class), 0)
        : read(stored, StoredConversation.class);
  }
}
