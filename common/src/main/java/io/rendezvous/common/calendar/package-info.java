/** The arguments and results of the calendar tools, as they travel inside sealed text. */
@NullMarked
package io.rendezvous.common.calendar;

import org.jspecify.annotations.NullMarked;
