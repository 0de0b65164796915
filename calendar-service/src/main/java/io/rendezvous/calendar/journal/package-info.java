/** Remembers what every effect came to, so that each happens once and can be undone. */
@NullMarked
package io.rendezvous.calendar.journal;

import org.jspecify.annotations.NullMarked;
