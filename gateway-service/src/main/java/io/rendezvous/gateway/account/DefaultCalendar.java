package io.rendezvous.gateway.account;

import io.rendezvous.common.id.UserId;
import io.rendezvous.common.wire.Json;
import io.rendezvous.gateway.calendar.CalendarClient;
import io.rendezvous.gateway.preferences.UserPreferences;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Where a user's events go whose calendar nobody names: her preference {@code defaultCalendar},
 * which follows the account that she makes the default one.
 */
final class DefaultCalendar {
  private static final String CALENDARS = "/internal/calendars";

  private final CalendarClient service;
  private final UserPreferences preferences;

  DefaultCalendar(CalendarClient service, UserPreferences preferences) {
    this.service = service;
    this.preferences = preferences;
  }

  /**
   * The account's primary calendar, else its first, is meant from now on.
   *
   * @throws Problem 503 where the account does not tell its calendars now
   */
  void choose(UserId user, String account) {
    if (account.equals("personal")) {
      preferences.meanCalendar(user, account);
      return;
    }
    preferences.meanCalendar(
        user,
        first(user, account)
            .orElseThrow(
                () ->
                    Problem.of(
                        ProblemCode.CALENDAR_ERROR,
                        "The account does not tell its calendars at the moment; send it again.")));
  }

  /** A calendar of an account that is gone is not meant any more. */
  void leave(UserId user, String account) {
    preferences.forgetCalendars(user, account + ".");
  }

  /** The service puts an account's primary calendar first. */
  private Optional<String> first(UserId user, String account) {
    var told = service.get(user, CALENDARS, Map.of(), Map.of());
    JsonNode body = Json.MAPPER.readTree(Objects.requireNonNull(told.getBody(), "body"));
    return body.path("items")
        .valueStream()
        .filter(calendar -> calendar.path("accountId").asString("").equals(account))
        .map(calendar -> calendar.path("id").stringValue())
        .findFirst();
  }
}
