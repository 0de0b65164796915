package io.rendezvous.calendar.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.router.AllCalendars;
import io.rendezvous.calendar.router.AllCalendars.Part;
import io.rendezvous.calendar.router.AllCalendars.Silent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All calendars of a user, the default account's first; {@code nextCursor} is null, since they are
 * one page.
 *
 * @param silent the accounts whose calendars are not among them
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CalendarsBody(
    List<CalendarBody> items, @Nullable String nextCursor, List<SilentBody> silent) {

  /**
   * One calendar.
   *
   * @param isDefault whether it is the first calendar of the default account
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CalendarBody(
      String id,
      String title,
      @Nullable String timeZone,
      String role,
      boolean primary,
      @JsonProperty("default") boolean isDefault,
      String source,
      @Nullable String accountId) {
    static CalendarBody of(CalendarInfo calendar, String source, boolean isDefault) {
      return new CalendarBody(
          calendar.id().name(),
          calendar.title(),
          calendar.zone() == null ? null : calendar.zone().getId(),
          role(calendar.role()),
          calendar.primary(),
          isDefault,
          source,
          calendar.id().account().map(AccountId::value).orElse(null));
    }

    private static String role(CalendarInfo.AccessRole role) {
      return switch (role) {
        case FREE_BUSY -> "freeBusy";
        case READER -> "reader";
        case WRITER -> "writer";
        case OWNER -> "owner";
      };
    }
  }

  /** An account that does not tell its calendars: {@code reconnect_needed} or {@code away}. */
  record SilentBody(String accountId, String source, String label, String status) {
    static SilentBody of(Silent silent) {
      return new SilentBody(
          silent.account().id().value(),
          silent.account().provider().word(),
          silent.account().label(),
          silent.reason() instanceof CalendarFailure.Unauthorized ? "reconnect_needed" : "away");
    }
  }

  static CalendarsBody of(AllCalendars all) {
    return new CalendarsBody(
        all.parts().stream().flatMap(CalendarsBody::calendars).toList(),
        null,
        all.silent().stream().map(SilentBody::of).toList());
  }

  private static Stream<CalendarBody> calendars(Part part) {
    CalendarInfo first = part.calendars().isEmpty() ? null : part.calendars().getFirst();
    return part.calendars().stream()
        .map(
            calendar ->
                CalendarBody.of(
                    calendar, part.source(), part.isDefault() && calendar.equals(first)));
  }
}
