package io.rendezvous.calendar.outside;

/** What the id of an occurrence tells: it is its series', a tilde and its own start. */
final class Occurrences {
  private static final char MARK = '~';

  private Occurrences() {}

  static boolean isOne(String event) {
    return event.indexOf(MARK) >= 0;
  }

  static String series(String event) {
    return isOne(event) ? event.substring(0, event.indexOf(MARK)) : event;
  }
}
