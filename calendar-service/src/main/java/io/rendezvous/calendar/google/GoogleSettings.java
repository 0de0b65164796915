package io.rendezvous.calendar.google;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How Google Calendar is asked, and how far.
 *
 * @param rootUrl where its API is
 * @param connections how many there are at once at most, all users together; a call beyond waits
 *     for one
 * @param keepIdle how long a connection is kept that nobody uses, up to twice that
 * @param connectTimeout how long making one may take
 * @param requestTimeout how long it may be silent, and the longest that an answer may take to come
 * @param maxAnswer the longest answer that is read
 * @param maxOriginal the longest event that can be changed or deleted, since it is kept as it was;
 *     at most 64KB
 * @param pageSize how many events Google is asked for at once
 * @param listPages how many such pages a listing reads at most before it tells what it has
 * @param changePages how many such pages of changes are read at most
 * @param editAttempts how often a change is tried while others change the same event
 * @param retries what is done where Google asks for patience
 */
@Validated
@ConfigurationProperties("rendezvous.calendar.google")
record GoogleSettings(
    @DefaultValue("https://www.googleapis.com/") URI rootUrl,
    @DefaultValue("2500") @Min(1) @Max(10_000) int connections,
    @DefaultValue("10s") Duration keepIdle,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration requestTimeout,
    @DefaultValue("8MB") DataSize maxAnswer,
    @DefaultValue("64KB") DataSize maxOriginal,
    @DefaultValue("250") @Min(1) @Max(2_500) int pageSize,
    @DefaultValue("20") @Min(1) @Max(1_000) int listPages,
    @DefaultValue("200") @Min(1) @Max(10_000) int changePages,
    @DefaultValue("20") @Min(1) @Max(1_000) int editAttempts,
    @DefaultValue @Valid RetrySettings retries) {
  /** A journal entry holds an event twice, with its original, sealed, in 400 KB. */
  private static final DataSize LONGEST_ORIGINAL = DataSize.ofKilobytes(64);

  /** A time-out of nothing would be none. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);

  GoogleSettings {
    checkTimeout("keep-idle", keepIdle);
    checkTimeout("connect-timeout", connectTimeout);
    checkTimeout("request-timeout", requestTimeout);
    if (maxOriginal.compareTo(LONGEST_ORIGINAL) > 0) {
      throw new IllegalArgumentException(
          "Expected rendezvous.calendar.google.max-original up to 64KB, but it is " + maxOriginal);
    }
  }

  private static void checkTimeout(String name, Duration timeout) {
    if (timeout.toMillis() < 1 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "Expected rendezvous.calendar.google." + name + " from 1ms to 5m, but it is " + timeout);
    }
  }
}
