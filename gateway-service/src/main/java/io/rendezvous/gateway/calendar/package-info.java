/** Calendars: the service's answers passed through, and what users do to their events. */
@NullMarked
package io.rendezvous.gateway.calendar;

import org.jspecify.annotations.NullMarked;
