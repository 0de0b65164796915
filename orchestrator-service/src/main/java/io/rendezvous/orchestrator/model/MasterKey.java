package io.rendezvous.orchestrator.model;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The key that wraps every user's keys. */
final class MasterKey {
  private static final int BYTES = 32;

  private MasterKey() {}

  /**
   * @throws IllegalArgumentException if it is missing or of another size
   */
  static byte[] of(@Nullable String base64) {
    if (base64 == null || base64.isBlank()) {
      throw new IllegalArgumentException(
          "Expected rendezvous.secrets.master-key, 32 bytes in base64, but it is not set");
    }
    try {
      byte[] key = Base64.getDecoder().decode(base64.strip());
      if (key.length == BYTES) {
        return key;
      }
    } catch (IllegalArgumentException notBase64) {
      // Told below, without what it holds.
    }
    throw new IllegalArgumentException(
        "Expected rendezvous.secrets.master-key to be 32 bytes in base64, but it is not");
  }
}
