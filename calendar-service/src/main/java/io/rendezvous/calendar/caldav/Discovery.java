package io.rendezvous.calendar.caldav;

import static io.rendezvous.calendar.caldav.DavResource.CALDAV;
import static io.rendezvous.calendar.caldav.Multistatus.DAV;

import io.rendezvous.calendar.CalDavAccount;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Outcome;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out where a server has a user's calendars (RFC 6764, 6; RFC 4791, 6.2.1). */
final class Discovery {
  private static final String MAIL = "mailto:";

  private final DavClient client;

  Discovery(DavClient client) {
    this.client = client;
  }

  Outcome<Home> home(CalDavAccount account) {
    return principal(account).then(principal -> home(account, principal));
  }

  /** Where the account points to, else where servers say where they are, else the server's root. */
  private Outcome<URI> principal(CalDavAccount account) {
    Outcome<URI> found = new Outcome.Failed<>(new CalendarFailure.NotFound());
    for (URI start :
        List.of(
            account.base(),
            account.base().resolve("/.well-known/caldav"),
            account.base().resolve("/"))) {
      found = principal(account, start);
      if (found instanceof Outcome.Done<URI>
          || (found instanceof Outcome.Failed<URI>(CalendarFailure failure)
              && !(failure instanceof CalendarFailure.NotFound)
              && !(failure instanceof CalendarFailure.Invalid))) {
        return found;
      }
    }
    return found;
  }

  private Outcome<URI> principal(CalDavAccount account, URI start) {
    return client
        .read(account, DavRequest.propfind(start, 0, Questions.WHO_AM_I))
        .then(
            answer ->
                Multistatus.parse(answer.body())
                    .then(
                        found ->
                            first(found, DAV, "current-user-principal")
                                .flatMap(href -> resolved(answer.uri(), href))
                                .<Outcome<URI>>map(Outcome.Done::new)
                                .orElseGet(Discovery::notFound)));
  }

  private Outcome<Home> home(CalDavAccount account, URI principal) {
    return client
        .read(account, DavRequest.propfind(principal, 0, Questions.WHAT_IS_MINE))
        .then(
            answer ->
                Multistatus.parse(answer.body())
                    .then(
                        found ->
                            first(found, CALDAV, "calendar-home-set")
                                .flatMap(href -> resolved(answer.uri(), href))
                                .<Outcome<Home>>map(
                                    home ->
                                        new Outcome.Done<>(new Home(home, address(account, found))))
                                .orElseGet(Discovery::notFound)));
  }

  private static @Nullable String address(CalDavAccount account, Multistatus found) {
    return found.resources().stream()
        .flatMap(resource -> resource.hrefs(CALDAV, "calendar-user-address-set").stream())
        .filter(href -> href.regionMatches(true, 0, MAIL, 0, MAIL.length()))
        .map(href -> href.substring(MAIL.length()))
        .findFirst()
        .orElse(account.username().indexOf('@') > 0 ? account.username() : null);
  }

  private static Optional<String> first(Multistatus found, String namespace, String name) {
    return found.resources().stream()
        .flatMap(resource -> resource.hrefs(namespace, name).stream())
        .findFirst();
  }

  /** The server may send us on, but not away from TLS. */
  static Optional<URI> resolved(URI base, String href) {
    try {
      return Optional.of(base.resolve(href))
          .filter(uri -> base.getScheme().equals(uri.getScheme()));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static <T> Outcome<T> notFound() {
    return new Outcome.Failed<>(new CalendarFailure.NotFound());
  }
}
