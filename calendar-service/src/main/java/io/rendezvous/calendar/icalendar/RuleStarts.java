package io.rendezvous.calendar.icalendar;

import java.time.LocalDateTime;
import java.time.ZoneId;

/** What is to be known of a rule without an object around it. */
public final class RuleStarts {
  private RuleStarts() {}

  /**
   * How often an event has begun by a rule before a time, as far as rules are counted; never for
   * what is no rule.
   *
   * @param rule the value of an RRULE
   * @param first when it begins first, and {@code before}: local to the zone
   */
  public static long countBefore(
      String rule, LocalDateTime first, ZoneId zone, LocalDateTime before) {
    return Rule.parse(rule)
        .map(
            read ->
                read.starts(first, zone, first, before)
                    .filter(start -> start.isBefore(before))
                    .limit(Rule.MAX_COUNT)
                    .count())
        .orElse(0L);
  }
}
