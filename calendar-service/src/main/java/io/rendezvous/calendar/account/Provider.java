package io.rendezvous.calendar.account;

import java.util.Locale;

/** Who keeps the calendars of an account. */
public enum Provider {
  GOOGLE,
  CALDAV;

  /** As clients and tables know it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Provider of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
