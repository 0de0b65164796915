/** Carries out calendar tool calls, each effect once. */
@NullMarked
package io.rendezvous.calendar;

import org.jspecify.annotations.NullMarked;
