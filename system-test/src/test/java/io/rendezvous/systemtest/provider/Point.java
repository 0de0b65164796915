package io.rendezvous.systemtest.provider;

import io.rendezvous.systemtest.crash.CrashPoint;

/**
 * Where the service dies in an effect. In a calendar of our own an effect is one write to the
 * tables; at a provider it is written down first and settled afterwards.
 */
enum Point {
  NOTHING_WRITTEN(CrashPoint.BEFORE_TABLE_WRITE, 1),
  FIRST_WRITTEN(CrashPoint.AFTER_TABLE_WRITE, 1),
  ANSWERED_BUT_NOT_SETTLED(CrashPoint.BEFORE_TABLE_WRITE, 2),
  SETTLED(CrashPoint.AFTER_TABLE_WRITE, 2);

  private final CrashPoint place;
  private final int write;

  Point(CrashPoint place, int write) {
    this.place = place;
    this.write = write;
  }

  CrashPoint place() {
    return place;
  }

  /** Which one of a call's writes to the tables, from 1. */
  int write() {
    return write;
  }

  /** Whether effects there come to this point. */
  boolean isMetBy(Provider provider) {
    return write == 1 || provider != Provider.EMBEDDED;
  }

  /** Whether the effect is there when the service is dead. */
  boolean isAfterTheEffect(Provider provider) {
    return provider == Provider.EMBEDDED ? this == FIRST_WRITTEN : write == 2;
  }
}
