package io.rendezvous.common.personal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.util.SecretBytes;
import io.rendezvous.common.id.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import software.amazon.awssdk.core.SdkBytes;

/** Makes users' keys and wraps them, each bound to its user. */
final class MasterKey {
  private final Configuration registry;
  private final Aead master;

  /** A user's keys as they may be kept. */
  record Wrapped(SdkBytes data, SdkBytes digests) {}

  MasterKey(byte[] key) {
    try {
      AeadConfig.register();
      PrfConfig.register();
      this.registry = RegistryConfiguration.get();
      this.master = aead(key, registry);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "Expected a master key of 32 bytes, but it has " + key.length, e);
    }
  }

  Wrapped make(UserId user) throws GeneralSecurityException {
    var data = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, registry);
    var digests =
        KeysetHandle.generateNew(
            HmacPrfParameters.builder()
                .setKeySizeBytes(32)
                .setHashType(HmacPrfParameters.HashType.SHA256)
                .build(),
            registry);
    return new Wrapped(wrap(user, data), wrap(user, digests));
  }

  /** Fails where the keys were wrapped by another master key, or for another user. */
  Keys unwrap(UserId user, Wrapped wrapped) throws GeneralSecurityException {
    return new Keys(
        unwrap(user, wrapped.data()).getPrimitive(registry, Aead.class),
        unwrap(user, wrapped.digests()).getPrimitive(registry, PrfSet.class));
  }

  private SdkBytes wrap(UserId user, KeysetHandle keys) throws GeneralSecurityException {
    return SdkBytes.fromByteArray(
        TinkProtoKeysetFormat.serializeEncryptedKeyset(keys, master, bytes(user), registry));
  }

  private KeysetHandle unwrap(UserId user, SdkBytes wrapped) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
        wrapped.asByteArray(), master, bytes(user), registry);
  }

  @AccessesPartialKey
  private static Aead aead(byte[] key, Configuration registry) throws GeneralSecurityException {
    var parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(32)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
            .build();
    var gcm =
        AesGcmKey.builder()
            .setParameters(parameters)
            .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
            .build();
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(gcm).withFixedId(1).makePrimary())
        .build()
        .getPrimitive(registry, Aead.class);
  }

  /** What each ciphertext is bound to. */
  static byte[] bytes(UserId user) {
    return user.value().getBytes(StandardCharsets.UTF_8);
  }
}
