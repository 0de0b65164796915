/** Google Calendar: its API's events as ours, and what is done to them done once. */
@NullMarked
package io.rendezvous.calendar.google;

import org.jspecify.annotations.NullMarked;
