package io.rendezvous.calendar.grant;

import io.rendezvous.common.id.UserId;

/** Who was sent to Google, and what proves that the answer is to our question; never printed. */
record Pending(UserId user, String verifier) {
  @Override
  public String toString() {
    return "Pending[not shown]";
  }
}
