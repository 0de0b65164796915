package io.rendezvous.dates;

import java.time.DayOfWeek;

/** Two weekdays between which something is. */
record WeekdayPair(DayOfWeek first, DayOfWeek second) {}
