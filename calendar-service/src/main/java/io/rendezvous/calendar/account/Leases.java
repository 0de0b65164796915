package io.rendezvous.calendar.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Lets one process at a time get a new secret for an account, and keeps what came of it. */
public final class Leases {
  private final AccountTable table;
  private final AccountItems items;
  private final InstantSource clock;

  Leases(AccountTable table, AccountItems items, InstantSource clock) {
    this.table = table;
    this.items = items;
    this.clock = clock;
  }

  /**
   * Takes the right to get a new secret, alone among all processes.
   *
   * @param until when it lapses by itself
   * @return false where somebody else has it, or the account is another version or not connected
   */
  public boolean take(Held held, Instant until) {
    return writeIf(
        held,
        AccountTable.SAME_VERSION
            + " AND #status = :connected AND (attribute_not_exists(#lease) OR #lease <= :now)",
        "SET #lease = :until",
        Map.of(
            ":connected", AccountItems.text(Account.Status.CONNECTED.word()),
            ":now", AccountItems.number(clock.millis()),
            ":until", AccountItems.number(until.toEpochMilli())));
  }

  /** Keeps another secret and ends the lease; false where the account is another version by now. */
  public boolean keep(Held held, Secret secret) {
    SealedSecret sealed = items.seal(held.account(), secret);
    return writeIf(
        held,
        AccountTable.SAME_VERSION,
        "SET #secret = :secret, #key = :key, #version = :next REMOVE #lease, #retryAt",
        Map.of(
            ":secret", AttributeValue.fromB(sealed.bytes()),
            ":key", AccountItems.number(sealed.key()),
            ":next", AccountItems.text(AccountItems.newVersion())));
  }

  /** Ends the lease without a secret; nobody asks before then. */
  public void postpone(Held held, Instant retryAt) {
    writeIf(
        held,
        AccountTable.SAME_VERSION,
        "SET #retryAt = :retryAt REMOVE #lease",
        Map.of(":retryAt", AccountItems.number(retryAt.toEpochMilli())));
  }

  /** Records that its user must connect it again; false where it is another version by now. */
  public boolean lose(Held held) {
    return writeIf(
        held,
        AccountTable.SAME_VERSION,
        "SET #status = :status REMOVE #lease, #retryAt, #shard, #lookAt, #failures",
        Map.of(":status", AccountItems.text(Account.Status.RECONNECT_NEEDED.word())));
  }

  private boolean writeIf(
      Held held, String condition, String update, Map<String, AttributeValue> values) {
    var all = new HashMap<>(values);
    all.put(":version", AccountItems.text(held.version()));
    return table.writeIf(held.account().user(), held.account().id(), condition, update, all);
  }
}
