package io.rendezvous.calendar.account;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Outcome;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The form that a server's address must have. Where it leads to is looked at before each
 * connection, since a name may lead elsewhere every time.
 */
final class CalDavAddress {
  private static final int LONGEST = 2_000;

  private CalDavAddress() {}

  static Outcome<URI> parse(String text) {
    try {
      URI address = text.length() > LONGEST ? null : new URI(text.strip()).normalize();
      return address == null || !fits(address) ? invalid() : new Outcome.Done<>(address);
    } catch (URISyntaxException notAnAddress) {
      return invalid();
    }
  }

  /** A name and password within the address would be written to logs and tables. */
  private static boolean fits(URI address) {
    String scheme = address.getScheme();
    return scheme != null
        && scheme.toLowerCase(Locale.ROOT).matches("https?")
        && address.getHost() != null
        && address.getRawUserInfo() == null
        && address.getRawFragment() == null
        && address.getRawQuery() == null;
  }

  private static Outcome<URI> invalid() {
    return new Outcome.Failed<>(
        new CalendarFailure.Invalid(
            "The url must be like https://calendar.example.com/dav/, without name, password, query"
                + " and fragment."));
  }
}
