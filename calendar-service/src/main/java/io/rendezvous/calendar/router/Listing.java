package io.rendezvous.calendar.router;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.account.Account;
import io.rendezvous.calendar.router.AllCalendars.Part;
import io.rendezvous.calendar.router.AllCalendars.Silent;
import java.util.ArrayList;
import java.util.List;

/** Puts the calendars of all accounts in order. */
final class Listing {
  static final String OWN = "embedded";

  private Listing() {}

  /**
   * The default account's first, then our own, then those of the others.
   *
   * @param told what each of the accounts has said
   */
  static AllCalendars of(
      List<CalendarInfo> own, List<Account> accounts, List<Outcome<List<CalendarInfo>>> told) {
    var parts = new ArrayList<Part>();
    var silent = new ArrayList<Silent>();
    for (int i = 0; i < accounts.size(); i++) {
      Account account = accounts.get(i);
      switch (told.get(i)) {
        case Outcome.Done<List<CalendarInfo>>(var found) ->
            parts.add(new Part(account.provider().word(), account.isDefault(), found));
        case Outcome.Failed<List<CalendarInfo>>(CalendarFailure reason) ->
            silent.add(new Silent(account, reason));
      }
    }
    boolean isDefault = accounts.stream().noneMatch(Account::isDefault);
    int place = parts.isEmpty() || !parts.getFirst().isDefault() ? 0 : 1;
    parts.add(place, new Part(OWN, isDefault, own));
    return new AllCalendars(parts, silent);
  }
}
