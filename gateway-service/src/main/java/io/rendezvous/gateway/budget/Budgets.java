package io.rendezvous.gateway.budget;

import io.rendezvous.common.budget.Amount;
import io.rendezvous.common.budget.Budget;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ModelTotals;
import io.rendezvous.gateway.log.UsageTable;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What users may spend: told to the decider with each prompt, and refused early where it is gone.
 */
public final class Budgets {
  private static final Logger log = LoggerFactory.getLogger(Budgets.class);
  private static final int NANO_DIGITS = 9;

  private final Budget ofAll;
  private final UsageTable usage;
  private final InstantSource clock;

  Budgets(BudgetSettings settings, UsageTable usage, InstantSource clock) {
    this.ofAll = settings.budget();
    this.usage = usage;
    this.clock = clock;
  }

  /** The same preferences, with the tighter of what the user and what the operator allows. */
  public Preferences bound(Preferences chosen) {
    Budget own = chosen.budget();
    Budget both = own == null ? ofAll : own.tightened(ofAll);
    return chosen.within(both.equals(Budget.ENDLESS) ? null : both);
  }

  /**
   * Looks at what the tables know of the day: somewhat late, for what the budget holds is decided
   * before a model is asked, not here.
   *
   * @throws Problem 429 if a bound of the day is reached, with what is left of the others
   */
  public void requireSomeLeft(UserId user, Preferences bounded) {
    Budget budget = bounded.budget();
    if (budget == null || budget.day().equals(Amount.ENDLESS)) {
      return;
    }
    ZonedDateTime now = clock.instant().atZone(bounded.timeZone());
    ZonedDateTime midnight = now.truncatedTo(ChronoUnit.DAYS);
    Amount left = budget.day().less(spent(user, midnight.toInstant(), now.toInstant()));
    if (left.tokens() == 0 || left.costNanos() == 0) {
      throw Problem.of(ProblemCode.BUDGET_EXHAUSTED, "The budget of this day is spent.")
          .with("left", left(budget, left))
          .retryAfter(Duration.between(now, midnight.plusDays(1)));
    }
  }

  private Amount spent(UserId user, Instant from, Instant to) {
    try (var turns = usage.of(user, from, to)) {
      return turns
          .flatMap(turn -> turn.models().stream())
          .map(Budgets::amount)
          .reduce(Amount.NONE, Amount::plus);
    } catch (SdkException tablesAway) {
      log.warn("What is spent is not known: {}", tablesAway.getClass().getSimpleName());
      return Amount.NONE;
    }
  }

  private static Amount amount(ModelTotals totals) {
    return new Amount(totals.inputTokens() + totals.outputTokens(), totals.costNanos());
  }

  private static Map<String, Object> left(Budget budget, Amount left) {
    var told = new LinkedHashMap<String, Object>();
    if (budget.dayTokens() != null) {
      told.put("tokens", left.tokens());
    }
    if (budget.dayCostNanos() != null) {
      told.put("cost", BigDecimal.valueOf(left.costNanos(), NANO_DIGITS).stripTrailingZeros());
    }
    return told;
  }
}
