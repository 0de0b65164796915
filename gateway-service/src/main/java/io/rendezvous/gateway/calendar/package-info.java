/** The calendar service's answers, passed through. */
@NullMarked
package io.rendezvous.gateway.calendar;

import org.jspecify.annotations.NullMarked;
