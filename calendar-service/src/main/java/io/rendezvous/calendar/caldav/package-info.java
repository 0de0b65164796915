/** Calendars on any server that speaks CalDAV (RFC 4791). */
@NullMarked
package io.rendezvous.calendar.caldav;

import org.jspecify.annotations.NullMarked;
