package io.rendezvous.calendar.outside;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How accounts are looked at for what others have changed.
 *
 * @param enabled whether this process looks at all
 * @param interval how long after one look the next one follows, give or take a quarter
 * @param tick how often this process asks which accounts are due
 * @param batch how many accounts of one shard it takes from one asking
 * @param looksAtOnce how many accounts it looks at at once
 * @param lease how long one look may take before another process takes the account
 * @param longestPause the longest pause after looks that failed
 * @param listing how often an account is asked for its calendars
 * @param mostTold how many events one telling names; that there are more is told
 * @param mostKnown how many events of a calendar are known by their versions; of a larger calendar
 *     it is not told whether an event is new, nor what changed while its token was lost
 */
@Validated
@ConfigurationProperties("rendezvous.calendar.outside")
record OutsideSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("5m") Duration interval,
    @DefaultValue("15s") Duration tick,
    @DefaultValue("50") @Min(1) @Max(1_000) int batch,
    @DefaultValue("16") @Min(1) @Max(1_000) int looksAtOnce,
    @DefaultValue("5m") Duration lease,
    @DefaultValue("1h") Duration longestPause,
    @DefaultValue("1d") Duration listing,
    @DefaultValue("20") @Min(1) @Max(100) int mostTold,
    @DefaultValue("10000") @Min(0) @Max(20_000) int mostKnown) {
  OutsideSettings {
    check("interval", interval);
    check("tick", tick);
    check("lease", lease);
    check("longest-pause", longestPause);
    check("listing", listing);
  }

  /** A pause of nothing would never end asking. */
  private static void check(String name, Duration time) {
    if (time.toMillis() < 1) {
      throw new IllegalArgumentException(
          "Expected rendezvous.calendar.outside." + name + " above 0, but it is " + time);
    }
  }
}
