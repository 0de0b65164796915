/**
 * Notices what others change on users' calendars: tells them, and takes back what they were asked
 * about it.
 */
@NullMarked
package io.rendezvous.calendar.outside;

import org.jspecify.annotations.NullMarked;
