package io.rendezvous.calendar.google;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.common.wire.Json;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One answer of Google's, or none.
 *
 * @param status of HTTP; 0 where no answer came
 * @param retryAfter how it asks to wait, as it writes it
 */
record Reply(int status, String body, @Nullable String retryAfter) {
  static final Reply NONE = new Reply(0, "", null);

  private static final Set<String> TOO_FAST =
      Set.of("rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "dailyLimitExceeded");

  /** Nobody but a program has written it, so it may be told. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z]{1,60}");

  boolean isDone() {
    return status / 100 == 2;
  }

  /** Whether the same may succeed after a while. */
  boolean isPassing() {
    return status == 0
        || status == 408
        || status == 429
        || status >= 500
        || (status == 403 && TOO_FAST.contains(reason()));
  }

  /** Whether it may have been done all the same. */
  boolean isDoubtful() {
    return status == 0 || status >= 500;
  }

  /** See the list of errors in the guide to Google's API. */
  Refusal refusal() {
    return switch (status) {
      case 401 -> new Refusal.Told(new CalendarFailure.Unauthorized());
      case 403 -> new Refusal.Told(forbidden());
      case 404 -> new Refusal.Missing();
      case 409 -> new Refusal.Taken();
      case 410 -> new Refusal.Gone();
      case 412 -> new Refusal.OtherVersion();
      default ->
          new Refusal.Told(
              isPassing() || status < 400
                  ? new CalendarFailure.Unavailable()
                  : new CalendarFailure.Invalid(
                      "Google Calendar does not take this: " + reason() + "."));
    };
  }

  private CalendarFailure forbidden() {
    return switch (reason()) {
      case "forbiddenForNonOrganizer" ->
          new CalendarFailure.Invalid("Only the organizer of this event may change this.");
      case "forbidden", "requiredAccessLevel" ->
          new CalendarFailure.Invalid("The user may not do this on this calendar.");
      case String reason when TOO_FAST.contains(reason) -> new CalendarFailure.Unavailable();
      default -> new CalendarFailure.Unauthorized();
    };
  }

  private String reason() {
    try {
      String reason =
          Json.MAPPER
              .readTree(body)
              .path("error")
              .path("errors")
              .path(0)
              .path("reason")
              .asString("");
      return CODE.matcher(reason).matches() ? reason : "unknown";
    } catch (JacksonException notFromGoogle) {
      return "unknown";
    }
  }
}
