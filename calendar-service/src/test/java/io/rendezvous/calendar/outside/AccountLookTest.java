package io.rendezvous.calendar.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.account.Account;
import io.rendezvous.calendar.account.Due;
import io.rendezvous.calendar.account.Looks;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountLookTest extends OutsideFixture {
  private List<Due> due() {
    return IntStream.range(0, Looks.SHARDS)
        .mapToObj(shard -> looks.due(shard, clock.instant(), 100))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> followedNames() {
    return table.of(ana, account.id()).stream().map(it -> it.id().remote().orElseThrow()).toList();
  }

  @Test
  void an_account_that_does_not_answer_holds_up_no_other() throws Exception {
    Account other = connect("private");
    CalendarId second = calendar(other, "main");
    round();
    provider.away.add(account.id());
    provider.write(second, "e1", "Dentist, later");
    nextRound();
    assertThat(words()).containsExactly("CHANGED e1 Dentist, later");
  }

  @Test
  void is_looked_at_less_and_less_often_while_it_does_not_answer_and_then_as_before()
      throws Exception {
    round();
    provider.away.add(account.id());
    Duration total = Duration.ZERO;
    int asked = provider.asked();
    while (total.compareTo(Duration.ofHours(6)) < 0) {
      clock.pass(Duration.ofMinutes(1));
      total = total.plusMinutes(1);
      round();
    }
    assertThat(provider.asked() - asked).isBetween(6, 20);
    provider.away.clear();
    clock.pass(LIMITS.longestPause());
    round();
    provider.write(calendar, "e1", "Dentist, later");
    clock.pass(LIMITS.interval().multipliedBy(2));
    round();
    assertThat(words()).containsExactly("CHANGED e1 Dentist, later");
  }

  @Test
  void a_fault_of_ours_is_a_look_that_failed() throws Exception {
    provider.broken.add(account.id());
    round();
    assertThat(due()).isEmpty();
    clock.pass(LIMITS.longestPause());
    assertThat(due()).extracting(Due::failures).containsExactly(1);
    provider.broken.clear();
    round();
    assertThat(followedNames()).containsExactly("main");
    clock.pass(LIMITS.longestPause());
    assertThat(due()).extracting(Due::failures).containsExactly(0);
  }

  @Test
  void is_taken_by_one_process_until_its_time_is_over() {
    Due found = due().getFirst();
    assertThat(looks.take(found, clock.instant().plus(LIMITS.lease()))).isTrue();
    assertThat(looks.take(found, clock.instant().plus(LIMITS.lease()))).isFalse();
    assertThat(due()).isEmpty();
    clock.pass(LIMITS.lease());
    assertThat(due()).hasSize(1);
    looks.giveBack(found, clock.instant().plusSeconds(7), clock.instant().plusSeconds(70), 3);
    assertThat(due()).first().returns(0, Due::failures);
  }

  @Test
  void is_not_looked_at_while_its_user_must_connect_it_again() throws Exception {
    leases.lose(accounts.held(ana, account.id()).orElseThrow());
    nextRound();
    assertThat(provider.asked()).isZero();
    connect("work");
    round();
    assertThat(provider.asked()).isEqualTo(1);
  }

  @Test
  void is_not_looked_at_once_it_is_removed() throws Exception {
    round();
    accounts.remove(ana, account.id());
    nextRound();
    assertThat(due()).isEmpty();
    assertThat(provider.asked()).isEqualTo(1);
  }

  @Test
  void is_asked_for_its_calendars_once_a_day() throws Exception {
    round();
    calendar(account, "second");
    nextRound();
    assertThat(followedNames()).containsExactly("main");
    clock.pass(LIMITS.listing());
    round();
    assertThat(followedNames()).containsExactlyInAnyOrder("main", "second");
    provider.remove(calendar);
    clock.pass(LIMITS.listing());
    round();
    assertThat(followedNames()).containsExactly("second");
    assertThat(reports()).isEmpty();
  }

  @Test
  void a_token_that_brings_nothing_is_used_again_and_replaced_once_a_day() throws Exception {
    round();
    Followed first = followed();
    nextRound();
    assertThat(followed()).isEqualTo(first);
    clock.pass(Duration.ofDays(1));
    round();
    assertThat(followed().readAt()).isEqualTo(clock.instant());
    provider.write(calendar, "e2", "Lunch");
    nextRound();
    assertThat(words()).containsExactly("CREATED e2 Lunch");
  }
}
