package io.rendezvous.calendar.caldav;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where an account's calendars are.
 *
 * @param address by which the user is invited; null where neither the server nor her name says it
 */
record Home(URI calendars, @Nullable String address) {}
