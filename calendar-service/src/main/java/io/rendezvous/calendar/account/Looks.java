package io.rendezvous.calendar.account;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * When accounts are looked at again. An account that is connected is due at once; one whose grant
 * is gone is never due, and one that is removed is nowhere.
 */
public final class Looks {
  /** Each is asked for by itself, so that no partition of the index has all accounts. */
  public static final int SHARDS = 8;

  private static final String SAME_LOOK = "#lookAt = :seen";

  private final AccountTable table;

  Looks(AccountTable table) {
    this.table = table;
  }

  static int shard(UserId user) {
    return Math.floorMod(user.value().hashCode(), SHARDS);
  }

  /** Those of a shard that have been due the longest. */
  public List<Due> due(int shard, Instant now, int limit) {
    return table.due(shard, now.toEpochMilli(), limit).stream().map(Looks::due).toList();
  }

  /**
   * Takes an account, alone among all processes.
   *
   * @param until when it is due again if whoever took it is not heard of
   * @return false where another has it, or there is nothing to be looked at any more
   */
  public boolean take(Due due, Instant until) {
    return table.writeIf(
        due.user(),
        due.account(),
        SAME_LOOK,
        "SET #lookAt = :until",
        Map.of(":seen", millis(due.at()), ":until", millis(until)));
  }

  /**
   * Gives an account back; nothing happens where it is another's by now, or was connected anew.
   *
   * @param taken until when it was taken
   * @param failures how many looks have failed since the last that did not
   */
  public void giveBack(Due due, Instant taken, Instant next, int failures) {
    table.writeIf(
        due.user(),
        due.account(),
        SAME_LOOK,
        "SET #lookAt = :next, #failures = :failures",
        Map.of(
            ":seen", millis(taken),
            ":next", millis(next),
            ":failures", AccountItems.number(failures)));
  }

  private static Due due(Map<String, AttributeValue> item) {
    AttributeValue failures = item.get(AccountItems.FAILURES);
    return new Due(
        AccountItems.user(item),
        AccountItems.id(item),
        Instant.ofEpochMilli(
            Long.parseLong(
                requireNonNull(item.get(AccountItems.LOOK_AT), AccountItems.LOOK_AT).n())),
        failures == null ? 0 : Integer.parseInt(failures.n()));
  }

  private static AttributeValue millis(Instant at) {
    return AccountItems.number(at.toEpochMilli());
  }
}
