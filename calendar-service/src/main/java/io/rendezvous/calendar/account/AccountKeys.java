package io.rendezvous.calendar.account;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/** The keys that seal what opens accounts: the first seals, all of them open. */
public final class AccountKeys {
  private final Aead aead;
  private final int primary;

  /**
   * Takes the keys of an installation.
   *
   * @param keys each 32 bytes, at least one; the first is the one in use
   */
  public AccountKeys(List<byte[]> keys) {
    try {
      AeadConfig.register();
      var keyset = KeysetHandle.newBuilder();
      for (int i = 0; i < keys.size(); i++) {
        KeysetHandle.Builder.Entry entry = entry(keys.get(i));
        keyset.addEntry(i == 0 ? entry.makePrimary() : entry);
      }
      this.aead = keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
      this.primary = id(keys.getFirst());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "Expected account keys of 32 bytes, no two alike, but found others", e);
    }
  }

  /** The id of the key in use. */
  int primary() {
    return primary;
  }

  /**
   * Seals a secret.
   *
   * @param boundTo what must be told again to open it
   */
  public SealedSecret seal(Secret secret, String boundTo) {
    try {
      byte[] sealed = aead.encrypt(bytes(secret.text()), bytes(boundTo));
      return new SealedSecret(SdkBytes.fromByteArray(sealed), primary);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Expected to seal a secret, but could not", e);
    }
  }

  /** The secret; empty where it was sealed for something else, was changed, or its key is gone. */
  public Optional<Secret> open(SealedSecret sealed, String boundTo) {
    try {
      byte[] text = aead.decrypt(sealed.bytes().asByteArray(), bytes(boundTo));
      return Optional.of(new Secret(new String(text, StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException doesNotOpen) {
      return Optional.empty();
    }
  }

  @AccessesPartialKey
  private static KeysetHandle.Builder.Entry entry(byte[] key) throws GeneralSecurityException {
    var parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(32)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            // Each ciphertext names its key, so that only that one is tried.
            .setVariant(AesGcmParameters.Variant.TINK)
            .build();
    int id = id(key);
    var gcm =
        AesGcmKey.builder()
            .setParameters(parameters)
            .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
            .setIdRequirement(id)
            .build();
    return KeysetHandle.importKey(gcm).withFixedId(id);
  }

  /** From the key itself, so that whoever adds one has no number to choose. */
  private static int id(byte[] key) throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
    return ByteBuffer.wrap(digest).getInt() & Integer.MAX_VALUE;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
