package io.rendezvous.gateway.budget;

import io.rendezvous.common.budget.Budget;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What each user may spend on models; where a bound is not given there is none. Users may choose
 * tighter ones.
 *
 * @param turnTokens tokens in one turn
 * @param turnCost cost of one turn, in the operator's currency
 * @param dayTokens tokens in one day of the user's time zone
 * @param dayCost cost of one day, as above
 */
@Validated
@ConfigurationProperties("rendezvous.budget")
record BudgetSettings(
    @Positive @Nullable Long turnTokens,
    @Positive @Nullable BigDecimal turnCost,
    @Positive @Nullable Long dayTokens,
    @Positive @Nullable BigDecimal dayCost) {

  Budget budget() {
    return new Budget(turnTokens, nanos(turnCost), dayTokens, nanos(dayCost));
  }

  private static @Nullable Long nanos(@Nullable BigDecimal cost) {
    return cost == null
        ? null
        : cost.movePointRight(9).setScale(0, RoundingMode.FLOOR).longValueExact();
  }
}
