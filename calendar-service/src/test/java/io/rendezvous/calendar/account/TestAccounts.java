package io.rendezvous.calendar.account;

import io.rendezvous.testsupport.TestDynamoDb;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/** Accounts on tables of their own. */
public final class TestAccounts {
  static final int MOST = 5;

  private TestAccounts() {}

  /** Makes its table; another with the same prefix has the same accounts. */
  public static Accounts open(String tablePrefix, InstantSource clock) {
    return open(tablePrefix, clock, keys(1));
  }

  static Accounts open(String tablePrefix, InstantSource clock, AccountKeys keys) {
    var table = new AccountTable(TestDynamoDb.client(), TestDynamoDb.settings(tablePrefix));
    table.createIfMissing();
    var items = new AccountItems(TestDynamoDb.vault(tablePrefix), keys);
    return new Accounts(table, items, new AccountSettings(MOST, false), clock);
  }

  /** When the accounts of these tables are looked at. */
  public static Looks looks(String tablePrefix) {
    return new Looks(new AccountTable(TestDynamoDb.client(), TestDynamoDb.settings(tablePrefix)));
  }

  /** A key for each number, the first in use. */
  public static AccountKeys keys(int... numbers) {
    List<byte[]> keys = Arrays.stream(numbers).mapToObj(TestAccounts::key).toList();
    return new AccountKeys(keys);
  }

  private static byte[] key(int number) {
    var key = new byte[32];
    Arrays.fill(key, (byte) number);
    return key;
  }
}
