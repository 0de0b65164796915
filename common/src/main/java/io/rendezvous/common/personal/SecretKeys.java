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
    byte[] key = decodeOrEmpty(base64);
    if (key.length != BYTES) {
      throw new IllegalArgumentException(
          "Expected "
              + setting
              + " to be "
              + BYTES
              + " bytes in base64, but it is not; "
              + "make one with: head -c 32 /dev/urandom | base64");
    }
    return key;
  }

  private static byte[] decodeOrEmpty(@Nullable String base64) {
    try {
      return base64 == null ? new byte[0] : Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }
}
