package io.rendezvous.calendar.caldav;

import static io.rendezvous.calendar.caldav.DavResource.CALDAV;
import static io.rendezvous.calendar.caldav.Multistatus.DAV;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalDavAccount;
import io.rendezvous.calendar.CalDavAccounts;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.CalendarInfo.AccessRole;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.icalendar.ZoneOfCalendar;
import io.rendezvous.common.id.UserId;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the calendars of accounts. */
final class Collections {
  private final CalDavAccounts accounts;
  private final DavClient client;
  private final Discovery discovery;
  private final Remembered<Place, Home> homes;
  private final Remembered<Place, ZoneId> zones;

  Collections(
      CalDavAccounts accounts, DavClient client, CalDavSettings settings, InstantSource clock) {
    this.accounts = accounts;
    this.client = client;
    this.discovery = new Discovery(client);
    this.homes = new Remembered<>(settings.rememberedPlaces(), settings.rememberedFor(), clock);
    this.zones = new Remembered<>(settings.rememberedPlaces(), settings.rememberedFor(), clock);
  }

  /** The calendar of this id; NotFound where it is none of an account's. */
  Outcome<Collection> find(CalendarId calendar) {
    Optional<AccountId> id = calendar.account();
    Optional<String> path = calendar.remote().filter(Collections::isPath);
    if (id.isEmpty() || path.isEmpty()) {
      return new Outcome.Failed<>(new CalendarFailure.NotFound());
    }
    return accounts
        .find(calendar.owner(), id.get())
        .then(
            account ->
                home(account)
                    .then(
                        home -> {
                          URI uri = home.calendars().resolve(path.get());
                          return zone(account, uri)
                              .map(zone -> new Collection(account, uri, zone, home.address()));
                        }));
  }

  /** All calendars of an account that hold events. */
  Outcome<List<CalendarInfo>> all(UserId user, AccountId id) {
    return accounts
        .find(user, id)
        .then(
            account ->
                home(account)
                    .then(
                        home ->
                            client
                                .read(
                                    account,
                                    DavRequest.propfind(
                                        home.calendars(), 1, Questions.WHAT_CALENDARS))
                                .then(answer -> Multistatus.parse(answer.body()))
                                .map(found -> infos(user, id, home.calendars(), found))));
  }

  private static List<CalendarInfo> infos(UserId user, AccountId id, URI home, Multistatus found) {
    var infos = new ArrayList<CalendarInfo>();
    for (DavResource resource : found.resources()) {
      String path = path(home, resource.href());
      if (isCalendar(resource) && isPath(path)) {
        infos.add(
            new CalendarInfo(
                CalendarId.of(user, id, path),
                resource.text(DAV, "displayname").orElse(path),
                zone(resource).orElse(null),
                role(resource),
                infos.isEmpty()));
      }
    }
    return infos;
  }

  /** Empty for a calendar on another server than the home. */
  private static String path(URI home, String href) {
    return Discovery.resolved(home, href)
        .filter(uri -> Objects.equals(uri.getRawAuthority(), home.getRawAuthority()))
        .map(URI::getRawPath)
        .orElse("");
  }

  private static boolean isCalendar(DavResource resource) {
    boolean calendar =
        resource
            .property(DAV, "resourcetype")
            .flatMap(type -> Multistatus.child(type, CALDAV, "calendar"))
            .isPresent();
    Set<String> components =
        resource.property(CALDAV, "supported-calendar-component-set").stream()
            .flatMap(set -> Multistatus.children(set, CALDAV, "comp"))
            .map(component -> component.getAttribute("name"))
            .collect(Collectors.toSet());
    return calendar && (components.isEmpty() || components.contains("VEVENT"));
  }

  /** A server that tells no privileges lets its user write. */
  private static AccessRole role(DavResource resource) {
    Set<String> privileges =
        resource.property(DAV, "current-user-privilege-set").stream()
            .flatMap(set -> Multistatus.children(set, DAV, "privilege"))
            .flatMap(Multistatus::elements)
            .map(privilege -> privilege.getLocalName())
            .collect(Collectors.toSet());
    if (privileges.contains("all")) {
      return AccessRole.OWNER;
    }
    if (privileges.isEmpty()
        || privileges.contains("write")
        || privileges.contains("write-content")) {
      return AccessRole.WRITER;
    }
    return privileges.contains("read") ? AccessRole.READER : AccessRole.FREE_BUSY;
  }

  private Outcome<Home> home(CalDavAccount account) {
    return homes.get(place(account, account.base()), () -> discovery.home(account));
  }

  private Outcome<ZoneId> zone(CalDavAccount account, URI calendar) {
    return zones.get(
        place(account, calendar),
        () ->
            client
                .read(account, DavRequest.propfind(calendar, 0, Questions.WHICH_ZONE))
                .then(answer -> Multistatus.parse(answer.body()))
                .map(
                    found ->
                        found.resources().stream()
                            .flatMap(resource -> zone(resource).stream())
                            .findFirst()
                            .orElse(ZoneOffset.UTC)));
  }

  private static Optional<ZoneId> zone(DavResource resource) {
    return resource.text(CALDAV, "calendar-timezone").flatMap(ZoneOfCalendar::read);
  }

  /** A calendar is always on the server that discovery led to, whatever an id says. */
  private static boolean isPath(String path) {
    return path.startsWith("/")
        && path.endsWith("/")
        && !path.startsWith("//")
        && path.matches("[A-Za-z0-9._~!$&'()*+,;=:@%/-]{2,1000}")
        && !path.contains("/../")
        && !path.contains("/./");
  }

  private static Place place(CalDavAccount account, URI uri) {
    return new Place(uri, account.username());
  }

  private record Place(URI uri, String username) {}
}
