package io.rendezvous.dates;

/** A part of a week, month or year that was named. */
record ThirdOf<T>(Third third, T which) {}
