package io.rendezvous.common.personal;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads the installation's secrets as settings hold them. */
public final class SecretKeys {
  private static final int BYTES = 32;

  private SecretKeys() {}

  /**
   * The key that a setting holds as base64.
   *
   * @throws IllegalArgumentException if it is missing or not 32 bytes; the message names the
   *     setting, never the value
   */
  public static byte[] decode(String setting, @Nullable String base64) {
    String expected = "Expected " + setting + " to be base64 of 32 bytes, but ";
    if (base64 == null || base64.isBlank()) {
      throw new IllegalArgumentException(expected + "it is not set");
    }
    byte[] key = decoded(expected, base64);
    if (key.length != BYTES) {
      throw new IllegalArgumentException(expected + "it has " + key.length + " bytes");
    }
    return key;
  }

  private static byte[] decoded(String expected, String base64) {
    try {
      return Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException notBase64) {
      // The cause would quote a part of the key.
      throw new IllegalArgumentException(expected + "it is not base64");
    }
  }
}
