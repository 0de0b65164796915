package io.rendezvous.gateway.security;

import io.rendezvous.common.personal.SecretKeys;
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
  byte[] master() {
    return SecretKeys.decode("rendezvous.secrets.master-key", masterKey);
  }

  byte[] id() {
    return SecretKeys.decode("rendezvous.secrets.id-key", idKey);
  }

  byte[] token() {
    return SecretKeys.decode("rendezvous.secrets.token-key", tokenKey);
  }

  byte[] service() {
    return SecretKeys.decode("rendezvous.secrets.service-key", serviceKey);
  }

  @Override
  public String toString() {
    return "Secrets[not shown]";
  }
}
