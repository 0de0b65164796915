/** Takes tool calls from the log, carries each out once, and reports what came of it. */
@NullMarked
package io.rendezvous.calendar.worker;

import org.jspecify.annotations.NullMarked;
