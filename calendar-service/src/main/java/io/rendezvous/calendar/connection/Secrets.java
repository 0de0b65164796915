package io.rendezvous.calendar.connection;

import io.rendezvous.common.personal.SecretKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The keys of this installation that this service needs; never printed. */
@ConfigurationProperties("rendezvous.secrets")
public final class Secrets {
  private final byte[] masterKey;
  private final byte[] idKey;
  private final byte[] serviceKey;

  /**
   * Checks what was given.
   *
   * @param masterKey wraps the users' keys; base64 of 32 bytes
   * @param idKey tells whose a conversation is; base64 of 32 bytes
   * @param serviceKey signs the tokens between services; base64 of 32 bytes
   */
  public Secrets(@Nullable String masterKey, @Nullable String idKey, @Nullable String serviceKey) {
    this.masterKey = SecretKeys.decode("rendezvous.secrets.master-key", masterKey);
    this.idKey = SecretKeys.decode("rendezvous.secrets.id-key", idKey);
    this.serviceKey = SecretKeys.decode("rendezvous.secrets.service-key", serviceKey);
  }

  public byte[] masterKey() {
    return masterKey.clone();
  }

  public byte[] idKey() {
    return idKey.clone();
  }

  public byte[] serviceKey() {
    return serviceKey.clone();
  }
}
