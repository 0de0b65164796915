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
 * @param limits the words around the limits of a time
 * @param series the words around what repeats
 * @param twelveHours whether hours are told with halves of the day
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
    RangeWords ranges,
    LimitWords limits,
    SeriesWords series,
    boolean twelveHours) {
  Grammar {
    day = day.remembered();
    part = part.remembered();
    partOfToday = partOfToday.remembered();
    clock = clock.remembered();
    otherClock = otherClock.remembered();
  }

  /** From … to …; between … and …. */
  record RangeWords(Rule<String> from, Rule<String> to, Rule<String> between, Rule<String> and) {}

  /**
   * Before …; by …; after …; from … on.
   *
   * @param onwards stands behind what is from then on
   * @param clock a time that is one after such a word: the 5 of "after 5"
   * @param end the end of a week, a month …: what is before it may still be within it
   */
  record LimitWords(
      Rule<String> before,
      Rule<String> by,
      Rule<String> after,
      Rule<String> from,
      Rule<String> onwards,
      Rule<Clock> clock,
      Rule<Meaning> end) {}

  /**
   * Every …, starting …, until ….
   *
   * @param month a month that is one after "until" alone
   * @param times how often, or how long
   */
  record SeriesWords(
      Rule<SaidSeries> every,
      Rule<String> starting,
      Rule<String> until,
      Rule<Meaning> month,
      Rule<SaidBound> times) {}
}
