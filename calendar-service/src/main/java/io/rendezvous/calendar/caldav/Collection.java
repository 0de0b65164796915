package io.rendezvous.calendar.caldav;

import io.rendezvous.calendar.CalDavAccount;
import java.net.URI;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One calendar, and how it is reached.
 *
 * @param uri ends with a slash
 * @param floating where times without a zone are meant
 * @param address by which the user is invited; null where it is not known
 */
record Collection(CalDavAccount account, URI uri, ZoneId floating, @Nullable String address) {
  URI object(ObjectName name) {
    return uri.resolve(name.segment());
  }
}
