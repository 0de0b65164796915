package io.rendezvous.dates;

import java.time.Duration;

/**
 * The rules of one language; what is common to all languages is made of them.
 *
 * @param day names one day, or is a problem
 * @param stretch names several days
 * @param part names a part of a day that is said elsewhere
 * @param partOfToday names a part or a time of today: tonight
 * @param away a moment counted from now: in two hours
 * @param clock a time that stands for itself
 * @param firstHour an hour that is one only as the start of a range: the 2 of "2-3pm"
 * @param otherClock a time that is one only as the other end: the 4 of "from 2 to 4"
 * @param length how long something takes
 * @param joint may stand between a day and its time
 * @param ranges the words around ranges
 */
record Grammar(
    Rule<Meaning> day,
    Rule<Meaning> stretch,
    Rule<DayPart> part,
    Rule<Said> partOfToday,
    Rule<Meaning> away,
    Rule<Clock> clock,
    Rule<Clock> firstHour,
    Rule<Clock> otherClock,
    Rule<Duration> length,
    Rule<String> joint,
    RangeWords ranges) {
  Grammar {
    day = day.remembered();
    part = part.remembered();
    partOfToday = partOfToday.remembered();
    clock = clock.remembered();
    otherClock = otherClock.remembered();
  }

  /** From … to …; between … and …. */
  record RangeWords(Rule<String> from, Rule<String> to, Rule<String> between, Rule<String> and) {}
}
