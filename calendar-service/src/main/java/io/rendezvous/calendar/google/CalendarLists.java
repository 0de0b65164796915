package io.rendezvous.calendar.google;

import com.google.api.services.calendar.model.CalendarList;
import com.google.api.services.calendar.model.CalendarListEntry;
import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.CalendarInfo.AccessRole;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.id.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The calendars that an account shows. */
final class CalendarLists {
  private static final int PAGE = 250;

  private final Api api;
  private final GoogleSettings limits;

  CalendarLists(Api api, GoogleSettings limits) {
    this.api = api;
    this.limits = limits;
  }

  Outcome<List<CalendarInfo>> of(UserId user, AccountId account) {
    var found = new ArrayList<CalendarInfo>();
    String token = null;
    for (int read = 0; read < limits.listPages(); read++) {
      Outcome<CalendarList> answer = page(user, account, token);
      if (!(answer instanceof Outcome.Done<CalendarList>(CalendarList page))) {
        return answer.map(_ -> List.of());
      }
      Objects.requireNonNullElse(page.getItems(), List.<CalendarListEntry>of()).stream()
          .map(entry -> info(user, account, entry))
          .forEach(found::add);
      token = page.getNextPageToken();
      if (token == null) {
        break;
      }
    }
    found.sort(Comparator.comparing(info -> !info.primary()));
    return new Outcome.Done<>(List.copyOf(found));
  }

  private Outcome<CalendarList> page(UserId user, AccountId account, @Nullable String token) {
    return api.ask(
            user,
            account,
            google -> google.calendarList().list().setMaxResults(PAGE).setPageToken(token))
        .outcome();
  }

  private static CalendarInfo info(UserId user, AccountId account, CalendarListEntry entry) {
    String own = entry.getSummaryOverride();
    return new CalendarInfo(
        CalendarId.of(user, account, entry.getId()),
        own == null ? Objects.requireNonNullElse(entry.getSummary(), "") : own,
        Times.zone(entry.getTimeZone()),
        role(entry.getAccessRole()),
        Boolean.TRUE.equals(entry.getPrimary()));
  }

  /** A role that is not known yet is taken for the least. */
  private static AccessRole role(@Nullable String role) {
    return switch (role) {
      case "owner" -> AccessRole.OWNER;
      case "writer" -> AccessRole.WRITER;
      case "reader" -> AccessRole.READER;
      case null, default -> AccessRole.FREE_BUSY;
    };
  }
}
