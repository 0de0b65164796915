package io.rendezvous.common.personal;

import static java.util.Objects.requireNonNull;

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
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.id.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Each user's data keys, kept in a table, wrapped by the master key; made when a user's text is
 * first sealed.
 */
public final class UserKeys {
  /** Beyond this many users at once the cache starts anew: each then costs one read again. */
  private static final int CACHED_USERS = 10_000;

  private final DynamoDbClient tables;
  private final String table;
  private final Configuration registry;
  private final Aead master;
  private final Map<UserId, Keys> cache = new ConcurrentHashMap<>();

  /** What one user's text is sealed and compared with. */
  record Keys(Aead aead, PrfSet digests) {}

  /**
   * The master key must be 32 bytes, from the environment or a file; without it no text can be read
   * again.
   */
  public UserKeys(DynamoDbClient tables, DynamoDbSettings settings, byte[] masterKey) {
    this.tables = tables;
    this.table = settings.table("user-keys");
    try {
      AeadConfig.register();
      PrfConfig.register();
      this.registry = RegistryConfiguration.get();
      this.master = aead(masterKey, registry);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "Expected a master key of 32 bytes, but it has " + masterKey.length, e);
    }
  }

  public void createTable() {
    Tables.createIfMissing(
        tables,
        CreateTableRequest.builder()
            .tableName(table)
            .attributeDefinitions(a -> a.attributeName("user").attributeType(ScalarAttributeType.S))
            .keySchema(k -> k.attributeName("user").keyType(KeyType.HASH))
            .build());
  }

  Keys of(UserId user) {
    Keys known = cache.get(user);
    if (known != null) {
      return known;
    }
    if (cache.size() >= CACHED_USERS) {
      cache.clear();
    }
    // Not computeIfAbsent: a read of the table must not hold the map's lock.
    Keys read = readOrMake(user);
    Keys first = cache.putIfAbsent(user, read);
    return first == null ? read : first;
  }

  private Keys readOrMake(UserId user) {
    try {
      Map<String, AttributeValue> item = read(user);
      return item.isEmpty() ? make(user) : unwrap(user, item);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "Expected to unwrap the keys of " + user + ", but the master key does not fit", e);
    }
  }

  private Map<String, AttributeValue> read(UserId user) {
    return tables
        .getItem(
            get ->
                get.tableName(table)
                    .key(Map.of("user", AttributeValue.fromS(user.value())))
                    .consistentRead(true))
        .item();
  }

  private Keys make(UserId user) throws GeneralSecurityException {
    var data = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, registry);
    var digests =
        KeysetHandle.generateNew(
            HmacPrfParameters.builder()
                .setKeySizeBytes(32)
                .setHashType(HmacPrfParameters.HashType.SHA256)
                .build(),
            registry);
    Map<String, AttributeValue> item =
        Map.of(
            "user", AttributeValue.fromS(user.value()),
            "data", AttributeValue.fromB(SdkBytes.fromByteArray(wrap(user, data))),
            "digests", AttributeValue.fromB(SdkBytes.fromByteArray(wrap(user, digests))));
    try {
      tables.putItem(
          put ->
              put.tableName(table)
                  .item(item)
                  .conditionExpression("attribute_not_exists(#user)")
                  .expressionAttributeNames(Map.of("#user", "user")));
      return unwrap(user, item);
    } catch (ConditionalCheckFailedException anotherWasFirst) {
      return unwrap(user, read(user));
    }
  }

  private byte[] wrap(UserId user, KeysetHandle keys) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.serializeEncryptedKeyset(keys, master, bytes(user), registry);
  }

  private Keys unwrap(UserId user, Map<String, AttributeValue> item)
      throws GeneralSecurityException {
    KeysetHandle data = unwrap(user, requireNonNull(item.get("data"), "data"));
    KeysetHandle digests = unwrap(user, requireNonNull(item.get("digests"), "digests"));
    return new Keys(
        data.getPrimitive(registry, Aead.class), digests.getPrimitive(registry, PrfSet.class));
  }

  private KeysetHandle unwrap(UserId user, AttributeValue wrapped) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
        wrapped.b().asByteArray(), master, bytes(user), registry);
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

  static byte[] bytes(UserId user) {
    return user.value().getBytes(StandardCharsets.UTF_8);
  }
}
