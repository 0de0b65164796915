package io.rendezvous.calendar.account;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.TestClock;
import io.rendezvous.common.id.UserId;
import io.rendezvous.testsupport.TestDynamoDb;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AccountsTest {
  private static final String PREFIX = "accounts-";
  private static final String TABLE = PREFIX + "calendar-accounts";
  private static final Secret SECRET = new Secret("planted-secret");

  private final TestClock clock = new TestClock();
  private final Accounts accounts = TestAccounts.open(PREFIX, clock);
  private final Leases leases = TestAccounts.leases(PREFIX, clock);
  private final UserId ana = TestCalls.newUser();
  private final UserId bob = TestCalls.newUser();

  @Test
  void an_account_is_found_by_its_user_alone() {
    Account account = connect(ana, "one");
    assertThat(accounts.find(ana, account.id())).contains(account);
    assertThat(accounts.of(ana)).containsExactly(account);
    assertThat(accounts.held(ana, account.id()).orElseThrow().secret()).isEqualTo(SECRET);
    assertThat(accounts.find(bob, account.id())).isEmpty();
    assertThat(accounts.held(bob, account.id())).isEmpty();
    assertThat(accounts.of(bob)).isEmpty();
  }

  @Test
  void neither_secret_nor_label_is_readable_in_the_table_or_in_a_log() {
    Account account = connect(ana, "one");
    String raw =
        TestDynamoDb.client().scanPaginator(scan -> scan.tableName(TABLE)).items().stream()
            .map(AccountsTest::readable)
            .toList()
            .toString();
    assertThat(raw).contains(ana.value()).doesNotContain("planted");
    assertThat(account.toString() + accounts.held(ana, account.id())).doesNotContain("planted");
  }

  @Test
  void a_row_copied_to_another_user_does_not_open() {
    Account account = connect(ana, "one");
    // Her label would give it away too; its secret is what is looked at here.
    Account his = connect(bob, "one");
    edit(bob, his.id(), item -> item.put("secret", row(ana, account.id()).get("secret")));
    assertThat(accounts.held(bob, his.id()).orElseThrow().secret()).isNull();
  }

  @Test
  void a_row_copied_to_another_account_or_provider_does_not_open() {
    Account account = connect(ana, "one");
    Account other = connect(ana, "two");
    edit(ana, other.id(), item -> item.put("secret", row(ana, account.id()).get("secret")));
    assertThat(accounts.held(ana, other.id()).orElseThrow().secret()).isNull();
    edit(ana, account.id(), item -> item.put("provider", AttributeValue.fromS("caldav")));
    assertThat(accounts.held(ana, account.id()).orElseThrow().secret()).isNull();
  }

  @Test
  void a_secret_is_sealed_anew_when_it_is_used_after_a_change_of_keys() {
    Account account = connect(ana, "one");
    Accounts changed = TestAccounts.open(PREFIX, clock, TestAccounts.keys(2, 1));
    assertThat(changed.held(ana, account.id()).orElseThrow().secret()).isEqualTo(SECRET);
    Accounts withoutOld = TestAccounts.open(PREFIX, clock, TestAccounts.keys(2));
    assertThat(withoutOld.held(ana, account.id()).orElseThrow().secret()).isEqualTo(SECRET);
    assertThat(accounts.held(ana, account.id()).orElseThrow().secret()).isNull();
  }

  @Test
  void all_secrets_are_sealed_anew_at_once_and_those_that_do_not_open_are_counted() {
    String prefix = "accounts-resealed-";
    Accounts old = TestAccounts.open(prefix, clock);
    for (int i = 0; i < 3; i++) {
      connect(old, TestCalls.newUser(), "one");
    }
    Account hers = connect(old, ana, "one");
    connect(TestAccounts.open(prefix, clock, TestAccounts.keys(9)), bob, "one");
    Resealer changed = TestAccounts.resealer(prefix, TestAccounts.keys(2, 1));
    assertThat(changed.all()).isEqualTo(new Resealing(4, 1));
    assertThat(changed.all()).isEqualTo(new Resealing(0, 1));
    Accounts withoutOld = TestAccounts.open(prefix, clock, TestAccounts.keys(2));
    assertThat(withoutOld.held(ana, hers.id()).orElseThrow().secret()).isEqualTo(SECRET);
  }

  @Test
  void connecting_again_is_the_same_account_with_another_secret() {
    Account first = connect(ana, "one");
    done(accounts.makeDefault(ana, Optional.of(first.id())));
    leases.lose(accounts.held(ana, first.id()).orElseThrow());
    assertThat(accounts.find(ana, first.id()).orElseThrow().status())
        .isEqualTo(Account.Status.RECONNECT_NEEDED);
    clock.pass(Duration.ofDays(1));
    var other = new Secret("another");
    Account again =
        done(accounts.connect(ana, Provider.GOOGLE, "one", "new label", List.of(), other));
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.created()).isEqualTo(first.created());
    assertThat(again.isDefault()).isTrue();
    assertThat(again.status()).isEqualTo(Account.Status.CONNECTED);
    assertThat(accounts.held(ana, first.id()).orElseThrow().secret()).isEqualTo(other);
  }

  @Test
  void a_user_has_at_most_so_many_however_many_come_at_once() throws Exception {
    List<Outcome<Account>> outcomes =
        atOnce(
            20,
            i -> accounts.connect(ana, Provider.GOOGLE, "name" + i, "label", List.of(), SECRET));
    long connected = outcomes.stream().filter(Outcome.Done.class::isInstance).count();
    assertThat(accounts.of(ana))
        .hasSize((int) connected)
        .hasSizeLessThanOrEqualTo(TestAccounts.MOST);
    outcomes.stream()
        .filter(Outcome.Failed.class::isInstance)
        .forEach(it -> assertThat(failure(it)).isInstanceOf(CalendarFailure.Invalid.class));
  }

  @Test
  void the_last_place_can_be_taken_and_none_beyond() {
    for (int i = 0; i < TestAccounts.MOST; i++) {
      assertThat(accounts.room(ana)).isInstanceOf(Outcome.Done.class);
      connect(ana, "name" + i);
    }
    assertThat(failure(accounts.room(ana))).isInstanceOf(CalendarFailure.Invalid.class);
    assertThat(
            failure(accounts.connect(ana, Provider.GOOGLE, "beyond", "label", List.of(), SECRET)))
        .isInstanceOf(CalendarFailure.Invalid.class);
    connect(ana, "name0");
    assertThat(accounts.of(ana)).hasSize(TestAccounts.MOST);
  }

  @Test
  void one_account_is_the_default_one_whoever_marks_another_at_once() throws Exception {
    List<AccountId> ids = IntStream.range(0, 4).mapToObj(i -> connect(ana, "n" + i).id()).toList();
    atOnce(12, i -> accounts.makeDefault(ana, Optional.of(ids.get(i % 4))));
    assertThat(accounts.of(ana)).filteredOn(Account::isDefault).hasSize(1);
    assertThat(accounts.of(ana).getFirst().isDefault()).isTrue();
    done(accounts.makeDefault(ana, Optional.empty()));
    assertThat(accounts.of(ana)).noneMatch(Account::isDefault);
    var missing = Accounts.id(ana, Provider.CALDAV, "missing");
    assertThat(failure(accounts.makeDefault(ana, Optional.of(missing))))
        .isEqualTo(new CalendarFailure.NotFound());
  }

  @Test
  void one_of_many_has_the_lease_until_it_lapses() throws Exception {
    Held held = accounts.held(ana, connect(ana, "one").id()).orElseThrow();
    var until = clock.instant().plusSeconds(30);
    assertThat(atOnce(30, _ -> leases.take(held, until))).containsOnlyOnce(true);
    clock.pass(Duration.ofSeconds(29));
    assertThat(leases.take(held, until.plusSeconds(30))).isFalse();
    clock.pass(Duration.ofSeconds(1));
    assertThat(leases.take(held, until.plusSeconds(30))).isTrue();
  }

  @Test
  void an_old_version_changes_nothing_also_of_an_account_that_was_removed_between() {
    Held old = accounts.held(ana, connect(ana, "one").id()).orElseThrow();
    AccountId id = old.account().id();
    assertThat(leases.keep(old, new Secret("second"))).isTrue();
    assertThat(leases.keep(old, new Secret("third"))).isFalse();
    assertThat(leases.lose(old)).isFalse();
    Held second = accounts.held(ana, id).orElseThrow();
    assertThat(accounts.remove(ana, id)).isTrue();
    assertThat(accounts.remove(ana, id)).isFalse();
    connect(ana, "one");
    assertThat(leases.keep(second, new Secret("fourth"))).isFalse();
    assertThat(accounts.held(ana, id).orElseThrow().secret()).isEqualTo(SECRET);
  }

  private Account connect(UserId user, String name) {
    return connect(accounts, user, name);
  }

  private static Account connect(Accounts accounts, UserId user, String name) {
    return done(
        accounts.connect(
            user,
            Provider.GOOGLE,
            name,
            "planted@example.com",
            List.of("scope-one", "scope-two"),
            SECRET));
  }

  private static <T> List<T> atOnce(int times, IntCall<T> call) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<T>> calls =
          IntStream.range(0, times).<Callable<T>>mapToObj(i -> () -> call.of(i)).toList();
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }

  private interface IntCall<T> {
    T of(int number);
  }

  private static void edit(
      UserId user, AccountId account, Consumer<Map<String, AttributeValue>> change) {
    var item = new HashMap<>(row(user, account));
    change.accept(item);
    TestDynamoDb.client().putItem(put -> put.tableName(TABLE).item(item));
  }

  private static Map<String, AttributeValue> row(UserId user, AccountId account) {
    return TestDynamoDb.client()
        .getItem(get -> get.tableName(TABLE).key(AccountItems.key(user, account)))
        .item();
  }

  /** Bytes as the letters that they may be. */
  private static String readable(Map<String, AttributeValue> item) {
    var text = new StringBuilder(item.toString());
    item.values().stream()
        .filter(value -> value.b() != null)
        .forEach(
            value -> text.append(new String(value.b().asByteArray(), StandardCharsets.ISO_8859_1)));
    return text.toString();
  }
}
