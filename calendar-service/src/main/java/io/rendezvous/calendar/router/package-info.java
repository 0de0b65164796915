/** All of a user's calendars as one: each call goes to the provider of its calendar. */
@NullMarked
package io.rendezvous.calendar.router;

import org.jspecify.annotations.NullMarked;
