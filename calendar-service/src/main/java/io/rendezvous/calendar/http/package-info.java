/**
 * What the gateway reads over internal HTTP: events, calendars and accounts of the user whom its
 * token names.
 */
@NullMarked
package io.rendezvous.calendar.http;

import org.jspecify.annotations.NullMarked;
