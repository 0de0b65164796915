package io.rendezvous.orchestrator;

import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.personal.SecretKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secret by which ids are checked.
 *
 * @param idKey 32 bytes in base64; the same for every service, for the installation's life
 */
@ConfigurationProperties("rendezvous.secrets")
record IdSettings(@Nullable String idKey) {
  OwnerMarks marks() {
    return new OwnerMarks(SecretKeys.decode("rendezvous.secrets.id-key", idKey));
  }

  @Override
  public String toString() {
    return "IdSettings[…]";
  }
}
