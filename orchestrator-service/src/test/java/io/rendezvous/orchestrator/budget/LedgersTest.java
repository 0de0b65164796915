package io.rendezvous.orchestrator.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.budget.Amount;
import io.rendezvous.common.budget.Budget;
import io.rendezvous.common.budget.Lease;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.LedgerEntry;
import io.rendezvous.common.model.LedgerEntry.LeaseSettled;
import io.rendezvous.common.model.LedgerEntry.LeaseWanted;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelPurpose;
import io.rendezvous.common.model.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgersTest {
  private static final UserId USER = new UserId("u-ana");
  private static final TurnId TURN =
      new TurnId("c0123456789abcdef-fedcba9876543210.taaaabbbbccccdddd");

  /** Half past eleven at night in Paris. */
  private static final Instant LATE = Instant.parse("2026-11-26T22:30:00Z");

  private static final Instant MORNING = LATE.minus(Duration.ofHours(20));

  private static final Amount WORST = new Amount(1_000, 10);

  private final Ledgers ledgers = new Ledgers(2);
  private Ledger ledger = Ledger.EMPTY;
  private int asks;

  @Test
  void as_many_tries_are_granted_as_the_day_holds() {
    Budget day = new Budget(null, null, 2_500L, null);
    assertThat(wants(day, Amount.NONE, LATE)).contains(new Lease(2, WORST));
    assertThat(wants(day, Amount.NONE, LATE)).as("500 tokens are left").isEmpty();
  }

  @Test
  void one_try_is_granted_where_two_are_too_many() {
    Budget day = new Budget(null, null, null, 19L);
    assertThat(wants(day, Amount.NONE, LATE)).contains(new Lease(1, WORST));
    assertThat(wants(day, Amount.NONE, LATE)).isEmpty();
  }

  @Test
  void what_was_not_needed_is_free_again() {
    Budget day = new Budget(null, null, 2_500L, null);
    wants(day, Amount.NONE, LATE);
    settles(0, 300);
    assertThat(ledger.committed()).isEqualTo(new Amount(300, 0));
    assertThat(wants(day, Amount.NONE, LATE)).contains(new Lease(2, WORST));
  }

  @Test
  void a_turn_has_a_bound_of_its_own() {
    Budget turn = new Budget(null, 25L, null, null);
    assertThat(wants(turn, new Amount(0, 15), LATE)).contains(new Lease(1, WORST));
    assertThat(wants(turn, new Amount(0, 16), LATE)).isEmpty();
  }

  @Test
  void the_next_day_of_the_user_begins_with_nothing_spent() {
    Budget day = new Budget(null, null, 1_000L, null);
    wants(day, Amount.NONE, LATE);
    settles(0, 900);
    assertThat(wants(day, Amount.NONE, LATE.plus(Duration.ofMinutes(29)))).isEmpty();
    assertThat(wants(day, Amount.NONE, LATE.plus(Duration.ofMinutes(30)))).isPresent();
  }

  @Test
  void what_is_still_reserved_counts_for_the_next_day() {
    Budget day = new Budget(null, null, 1_500L, null);
    wants(day, Amount.NONE, LATE);
    assertThat(wants(day, Amount.NONE, LATE.plus(Duration.ofMinutes(31)))).isEmpty();
    settles(0, 400);
    assertThat(wants(day, Amount.NONE, LATE.plus(Duration.ofMinutes(32)))).isPresent();
  }

  @Test
  void what_nobody_settles_counts_as_spent_at_last() {
    Budget day = new Budget(null, null, 2_500L, null);
    wants(day, Amount.NONE, MORNING);
    wants(day, Amount.NONE, MORNING.plus(Duration.ofHours(2)));
    assertThat(ledger.spent()).isEqualTo(WORST.times(2));
    assertThat(ledger.open()).isEmpty();
    settles(0, 100);
    assertThat(ledger.spent()).as("too late").isEqualTo(WORST.times(2));
  }

  @Test
  void what_nobody_settled_yesterday_does_not_count_today() {
    Budget day = new Budget(null, null, 2_500L, null);
    wants(day, Amount.NONE, LATE);
    wants(day, Amount.NONE, LATE.plus(Duration.ofHours(9)));
    assertThat(ledger.spent()).isEqualTo(Amount.NONE);
    assertThat(ledger.open()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whatever_comes_together_never_takes_more_than_the_day_holds(long seed) {
    var random = new Random(seed);
    var cap = new Budget(null, null, 20_000L, 150L);
    List<Integer> open = new ArrayList<>();
    for (int step = 0; step < 500; step++) {
      if (open.isEmpty() || random.nextBoolean()) {
        // Some of them so late that others count as spent meanwhile.
        Instant at = MORNING.plus(Duration.ofMinutes(step + random.nextInt(60)));
        wants(cap, Amount.NONE, at).ifPresent(_ -> open.add(asks - 1));
        open.removeIf(ask -> ledger.lease(ask(ask)).isEmpty());
      } else {
        int ask = open.remove(random.nextInt(open.size()));
        long tries = ledger.lease(ask(ask)).orElseThrow().reserved().tokens() / WORST.tokens();
        settle(
            ask,
            random
                .longs(tries, 0, WORST.tokens() + 1)
                .mapToObj(tokens -> usage(tokens, random.nextLong(WORST.costNanos() + 1)))
                .toList());
      }
      assertThat(ledger.committed().tokens()).isLessThanOrEqualTo(20_000);
      assertThat(ledger.committed().costNanos()).isLessThanOrEqualTo(150);
    }
  }

  private Optional<Lease> wants(Budget budget, Amount spentInTurn, Instant at) {
    var call =
        new ModelCall(
            USER,
            TURN,
            1,
            ask(asks++),
            1,
            ModelPurpose.ANSWER,
            at,
            at.plusSeconds(60),
            Preferences.DEFAULT.within(budget),
            null,
            null,
            List.of(),
            "",
            null);
    return take(new LeaseWanted(USER, call, WORST, spentInTurn, at)).lease();
  }

  private void settles(int ask, long tokens) {
    settle(ask, List.of(usage(tokens)));
  }

  private void settle(int ask, List<Usage> paid) {
    take(new LeaseSettled(USER, ask(ask), paid, LATE));
  }

  private Ledgers.Decided take(LedgerEntry entry) {
    Ledgers.Decided decided = ledgers.decide(ledger, entry);
    ledger = decided.after();
    return decided;
  }

  private static Usage usage(long tokens) {
    return usage(tokens, 0);
  }

  private static Usage usage(long tokens, long costNanos) {
    return new Usage("openai", "gpt", tokens, 0, 0, costNanos, false, 0);
  }

  private static AskId ask(int number) {
    return AskId.of(TURN, number, "");
  }
}
