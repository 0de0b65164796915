package io.rendezvous.calendar.connection;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The keys of this installation that this service needs; never printed. */
@ConfigurationProperties("rendezvous.secrets")
public final class Secrets {
  private static final int BYTES = 32;

  private final byte[] masterKey;
  private final byte[] serviceKey;

  /**
   * Checks what was given.
   *
   * @param masterKey wraps the users' keys; base64 of 32 bytes
   * @param serviceKey signs the tokens between services; base64 of 32 bytes
   */
  public Secrets(@Nullable String masterKey, @Nullable String serviceKey) {
    this.masterKey = decode("master-key", masterKey);
    this.serviceKey = decode("service-key", serviceKey);
  }

  public byte[] masterKey() {
    return masterKey.clone();
  }

  public byte[] serviceKey() {
    return serviceKey.clone();
  }

  private static byte[] decode(String name, @Nullable String value) {
    String expected = "Expected rendezvous.secrets." + name + " to be base64 of 32 bytes, but ";
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(expected + "it is not set");
    }
    byte[] key;
    try {
      key = Base64.getDecoder().decode(value.strip());
    } catch (IllegalArgumentException notBase64) {
      // The cause would quote a part of the key.
      throw new IllegalArgumentException(expected + "it is not base64");
    }
    if (key.length != BYTES) {
      throw new IllegalArgumentException(expected + "it has " + key.length + " bytes");
    }
    return key;
  }
}
