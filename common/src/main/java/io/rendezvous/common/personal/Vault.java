package io.rendezvous.common.personal;

import io.rendezvous.common.id.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Seals and opens personal text. May read a table: never call it on a Kafka Streams thread. */
public final class Vault {
  private static final int DIGEST_BYTES = 16;

  private final UserKeys keys;

  public Vault(UserKeys keys) {
    this.keys = keys;
  }

  public Personal seal(UserId user, String text) {
    try {
      byte[] sealed =
          keys.of(user)
              .aead()
              .encrypt(text.getBytes(StandardCharsets.UTF_8), MasterKey.bytes(user));
      return new Personal(
          Base64.getEncoder().encodeToString(sealed), text.length(), digest(user, text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Expected to seal a text of " + user + ", but could not", e);
    }
  }

  /**
   * What it says.
   *
   * @throws IllegalArgumentException if it was sealed for somebody else, was changed, or its key is
   *     gone
   */
  public String open(UserId user, Personal text) {
    Keys known =
        keys.known(user)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Expected a key to open a text of " + user + ", but there is none"));
    try {
      byte[] sealed = Base64.getDecoder().decode(text.sealed());
      return new String(
          known.aead().decrypt(sealed, MasterKey.bytes(user)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "Expected a text sealed for " + user + ", but it does not open", e);
    }
  }

  /** Equal for equal texts of one user; says nothing without that user's key. */
  public String digest(UserId user, String text) {
    try {
      byte[] digest =
          keys.of(user)
              .digests()
              .computePrimary(text.getBytes(StandardCharsets.UTF_8), DIGEST_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "Expected to digest a text of " + user + ", but could not", e);
    }
  }
}
