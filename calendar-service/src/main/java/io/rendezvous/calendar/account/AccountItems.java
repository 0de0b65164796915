package io.rendezvous.calendar.account;

import static java.util.Objects.requireNonNull;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Accounts as items: the label is sealed with its user's key, the secret with the account keys. */
final class AccountItems {
  static final String USER = "user";
  static final String ACCOUNT = "account";
  static final String PROVIDER = "provider";
  static final String LABEL = "label";
  static final String SECRET = "secret";
  static final String KEY = "key";
  static final String VERSION = "version";
  static final String STATUS = "status";
  static final String DEFAULT = "default";
  static final String SCOPES = "scopes";
  static final String CREATED = "created";
  static final String LEASE = "lease";
  static final String RETRY_AT = "retryAt";
  static final String SHARD = "shard";
  static final String LOOK_AT = "lookAt";
  static final String FAILURES = "failures";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Vault vault;
  private final AccountKeys keys;

  AccountItems(Vault vault, AccountKeys keys) {
    this.vault = vault;
    this.keys = keys;
  }

  static Map<String, AttributeValue> key(UserId user, AccountId account) {
    return Map.of(USER, text(user.value()), ACCOUNT, text(account.value()));
  }

  Account account(Map<String, AttributeValue> item) {
    UserId user = user(item);
    Map<String, AttributeValue> label = required(item, LABEL).m();
    var sealed =
        new Personal(
            required(label, "sealed").s(),
            Integer.parseInt(required(label, "characters").n()),
            required(label, "digest").s());
    return new Account(
        user,
        id(item),
        Provider.of(required(item, PROVIDER).s()),
        vault.open(user, sealed),
        Account.Status.of(required(item, STATUS).s()),
        required(item, DEFAULT).bool(),
        required(item, SCOPES).l().stream().map(AttributeValue::s).toList(),
        Instant.ofEpochSecond(Long.parseLong(required(item, CREATED).n())));
  }

  Held held(Map<String, AttributeValue> item) {
    AttributeValue retryAt = item.get(RETRY_AT);
    return new Held(
        account(item),
        secret(item).orElse(null),
        version(item),
        retryAt == null ? Instant.EPOCH : Instant.ofEpochMilli(Long.parseLong(retryAt.n())));
  }

  Optional<Secret> secret(Map<String, AttributeValue> item) {
    return keys.open(
        new SealedSecret(required(item, SECRET).b(), Integer.parseInt(required(item, KEY).n())),
        boundTo(user(item), Provider.of(required(item, PROVIDER).s()), id(item)));
  }

  SealedSecret seal(Account account, Secret secret) {
    return keys.seal(secret, boundTo(account.user(), account.provider(), account.id()));
  }

  SealedSecret seal(Map<String, AttributeValue> item, Secret secret) {
    return keys.seal(
        secret, boundTo(user(item), Provider.of(required(item, PROVIDER).s()), id(item)));
  }

  int primaryKey() {
    return keys.primary();
  }

  boolean isSealedByAnotherKey(Map<String, AttributeValue> item) {
    return Integer.parseInt(required(item, KEY).n()) != keys.primary();
  }

  AttributeValue label(UserId user, String label) {
    Personal sealed = vault.seal(user, label);
    return AttributeValue.fromM(
        Map.of(
            "sealed", text(sealed.sealed()),
            "characters", number(sealed.characters()),
            "digest", text(sealed.digest())));
  }

  static AttributeValue scopes(List<String> scopes) {
    return AttributeValue.fromL(scopes.stream().map(AccountItems::text).toList());
  }

  static UserId user(Map<String, AttributeValue> item) {
    return new UserId(required(item, USER).s());
  }

  static AccountId id(Map<String, AttributeValue> item) {
    return new AccountId(required(item, ACCOUNT).s());
  }

  static String version(Map<String, AttributeValue> item) {
    return required(item, VERSION).s();
  }

  /** By chance: an account that is removed and connected again must not have an old one. */
  static String newVersion() {
    var bytes = new byte[10];
    RANDOM.nextBytes(bytes);
    return Ids.encode(bytes);
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static String boundTo(UserId user, Provider provider, AccountId account) {
    return user + "|" + provider.word() + "|" + account;
  }

  private static AttributeValue required(Map<String, AttributeValue> item, String name) {
    return requireNonNull(item.get(name), name);
  }
}
