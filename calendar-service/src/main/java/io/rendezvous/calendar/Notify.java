package io.rendezvous.calendar;

/** Whom the provider tells of an effect. */
public enum Notify {
  /** Nobody: how it is unless somebody asks. */
  NOBODY,
  /** Everybody invited, once. */
  ATTENDEES
}
