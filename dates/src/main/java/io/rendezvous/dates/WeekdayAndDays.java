package io.rendezvous.dates;

import java.time.DayOfWeek;

/** A weekday, and so many days after it: vendredi en huit, two weeks on Friday. */
record WeekdayAndDays(DayOfWeek weekday, int days) {}
