package io.rendezvous.calendar.router;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.account.Account;
import java.util.List;

/**
 * The calendars of all accounts of a user.
 *
 * @param parts those of each account, the default one's first; our own are where no account is
 * @param silent the accounts that do not tell theirs
 */
public record AllCalendars(List<Part> parts, List<Silent> silent) {
  /** The calendars of one source, the primary one first. */
  public record Part(String source, boolean isDefault, List<CalendarInfo> calendars) {
    public Part {
      calendars = List.copyOf(calendars);
    }
  }

  /** An account that does not answer, and why. */
  public record Silent(Account account, CalendarFailure reason) {}

  public AllCalendars {
    parts = List.copyOf(parts);
    silent = List.copyOf(silent);
  }

  /** Of every source that has told any. */
  public List<CalendarInfo> calendars() {
    return parts.stream().flatMap(part -> part.calendars().stream()).toList();
  }
}
