package io.rendezvous.gateway.turn;

import io.rendezvous.gateway.problem.FieldError;
import io.rendezvous.gateway.problem.Problem;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DurationFormat.Style;
import org.springframework.format.datetime.standard.DurationFormatterUtils;

/** How long a client wants to wait: {@code 30s}, {@code PT30S} or seconds. */
final class WaitParameter {
  private WaitParameter() {}

  static Duration parse(@Nullable String wait, Duration atMost) {
    if (wait == null) {
      return Duration.ZERO;
    }
    Duration duration = read(wait);
    if (duration.isNegative()) {
      throw invalid();
    }
    return duration.compareTo(atMost) > 0 ? atMost : duration;
  }

  private static Duration read(String wait) {
    try {
      if (wait.matches("[0-9]{1,9}")) {
        return Duration.ofSeconds(Long.parseLong(wait));
      }
      return wait.startsWith("P")
          ? Duration.parse(wait)
          : DurationFormatterUtils.parse(wait, Style.SIMPLE);
    } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException e) {
      throw invalid();
    }
  }

  private static Problem invalid() {
    return Problem.invalid(
        new FieldError("wait", "must be a duration such as 30s, PT30S or a number of seconds"));
  }
}
