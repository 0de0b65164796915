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
    AccountTable table = table(tablePrefix);
    AccountItems items = items(tablePrefix, keys);
    var resealer = new Resealer(table, items);
    return new Accounts(table, items, resealer, new AccountSettings(MOST, false), clock);
  }

  /** Leases of the same accounts. */
  public static Leases leases(String tablePrefix, InstantSource clock) {
    return new Leases(table(tablePrefix), items(tablePrefix, keys(1)), clock);
  }

  static Resealer resealer(String tablePrefix, AccountKeys keys) {
    return new Resealer(table(tablePrefix), items(tablePrefix, keys));
  }

  private static AccountTable table(String tablePrefix) {
    var table = new AccountTable(TestDynamoDb.client(), TestDynamoDb.settings(tablePrefix));
    table.createIfMissing();
    return table;
  }

  private static AccountItems items(String tablePrefix, AccountKeys keys) {
    return new AccountItems(TestDynamoDb.vault(tablePrefix), keys);
  }

  /** When the accounts of these tables are looked at. */
  public static Looks looks(String tablePrefix) {
    return new Looks(table(tablePrefix));
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
