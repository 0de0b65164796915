package io.rendezvous.gateway.security;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys that this service needs, each 32 bytes as base64.
 *
 * @param masterKey wraps the users' data keys
 * @param idKey marks conversation ids with their owner
 * @param tokenKey signs access tokens
 * @param serviceKey signs what the gateway shows to the calendar service
 */
@ConfigurationProperties("rendezvous.secrets")
record Secrets(
    @Nullable String masterKey,
    @Nullable String idKey,
    @Nullable String tokenKey,
    @Nullable String serviceKey) {
  private static final int KEY_BYTES = 32;

  byte[] master() {
    return decode("master-key", masterKey);
  }

  byte[] id() {
    return decode("id-key", idKey);
  }

  byte[] token() {
    return decode("token-key", tokenKey);
  }

  byte[] service() {
    return decode("service-key", serviceKey);
  }

  private static byte[] decode(String name, @Nullable String base64) {
    if (base64 == null || base64.isBlank()) {
      throw new IllegalStateException(
          "Expected rendezvous.secrets." + name + " (base64 of 32 bytes), but it is not set");
    }
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalStateException(
          "Expected rendezvous.secrets." + name + " to be base64, but it is not", notBase64);
    }
    if (key.length != KEY_BYTES) {
      throw new IllegalStateException(
          "Expected rendezvous.secrets." + name + " of 32 bytes, but it has " + key.length);
    }
    return key;
  }

  @Override
  public String toString() {
    return "Secrets[not shown]";
  }
}
