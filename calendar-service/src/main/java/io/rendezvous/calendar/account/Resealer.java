package io.rendezvous.calendar.account;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Brings secrets under the key in use. */
final class Resealer {
  private final AccountTable table;
  private final AccountItems items;

  Resealer(AccountTable table, AccountItems items) {
    this.table = table;
    this.items = items;
  }

  /** Seals all secrets anew that another key than the one in use has sealed. */
  Resealing all() {
    int done = 0;
    int lost = 0;
    for (Map<String, AttributeValue> item : table.sealedByOthersThan(items.primaryKey())) {
      if (isInUse(item)) {
        done++;
      } else {
        lost++;
      }
    }
    return new Resealing(done, lost);
  }

  /**
   * Seals a secret with the key in use, where another has sealed it; one that has changed meanwhile
   * was sealed so thereby.
   *
   * @return false where no key opens it
   */
  boolean isInUse(Map<String, AttributeValue> item) {
    if (!items.isSealedByAnotherKey(item)) {
      return true;
    }
    Optional<Secret> secret = items.secret(item);
    if (secret.isEmpty()) {
      return false;
    }
    SealedSecret sealed = items.seal(item, secret.get());
    table.writeIf(
        AccountItems.user(item),
        AccountItems.id(item),
        AccountTable.SAME_VERSION,
        "SET #secret = :secret, #key = :key",
        Map.of(
            ":version", AccountItems.text(AccountItems.version(item)),
            ":secret", AttributeValue.fromB(sealed.bytes()),
            ":key", AccountItems.number(sealed.key())));
    return true;
  }
}
