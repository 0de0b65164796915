package io.rendezvous.calendar.worker;

/** The provider could not be reached; the call is worth another try. */
final class CalendarAway extends Exception {
  private static final long serialVersionUID = 1L;

  CalendarAway() {
    super("Expected the calendar to answer, but it is unavailable");
  }
}
