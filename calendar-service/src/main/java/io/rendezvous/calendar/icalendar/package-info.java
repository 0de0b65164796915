/** Reads and writes events as iCalendar objects (RFC 5545), and loses nothing of them. */
@NullMarked
package io.rendezvous.calendar.icalendar;

import org.jspecify.annotations.NullMarked;
