package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.wire.Json;
import java.util.Arrays;

/**
 * State as bytes: a version, then JSON. A newer reader reads older state; an older one refuses
 * newer state.
 */
final class StoredState {
  private static final byte VERSION = 1;

  private StoredState() {}

  static byte[] write(Object state) {
    byte[] json = Json.MAPPER.writeValueAsBytes(state);
    byte[] stored = new byte[json.length + 1];
    stored[0] = VERSION;
    System.arraycopy(json, 0, stored, 1, json.length);
    return stored;
  }

  static <T> T read(byte[] stored, Class<T> kind) {
    if (stored[0] != VERSION) {
      throw new IllegalStateException(
          "Expected state of version " + VERSION + ", but found " + stored[0]);
    }
    return Json.MAPPER.readValue(Arrays.copyOfRange(stored, 1, stored.length), kind);
  }
}
