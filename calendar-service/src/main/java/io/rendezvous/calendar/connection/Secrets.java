package io.rendezvous.calendar.connection;

import io.rendezvous.common.personal.SecretKeys;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The keys of this installation that this service needs; never printed. */
@ConfigurationProperties("rendezvous.secrets")
public final class Secrets {
  private static final String ACCOUNT_KEY = "rendezvous.secrets.account-key";

  private final byte[] masterKey;
  private final byte[] idKey;
  private final byte[] serviceKey;
  private final List<byte[]> accountKeys;

  /**
   * Checks what was given.
   *
   * @param masterKey wraps the users' keys; base64 of 32 bytes
   * @param idKey tells whose a conversation is; base64 of 32 bytes
   * @param serviceKey signs the tokens between services; base64 of 32 bytes
   * @param accountKey seals what opens calendar accounts; base64 of 32 bytes, or several with
   *     commas between, of which the first seals and all open
   */
  public Secrets(
      @Nullable String masterKey,
      @Nullable String idKey,
      @Nullable String serviceKey,
      @Nullable String accountKey) {
    this.masterKey = SecretKeys.decode("rendezvous.secrets.master-key", masterKey);
    this.idKey = SecretKeys.decode("rendezvous.secrets.id-key", idKey);
    this.serviceKey = SecretKeys.decode("rendezvous.secrets.service-key", serviceKey);
    this.accountKeys =
        accountKey == null
            ? List.of(SecretKeys.decode(ACCOUNT_KEY, null))
            : Arrays.stream(accountKey.split(",", -1))
                .map(key -> SecretKeys.decode(ACCOUNT_KEY, key))
                .toList();
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

  /** The first is the one in use. */
  public List<byte[]> accountKeys() {
    return accountKeys.stream().map(byte[]::clone).toList();
  }
}
