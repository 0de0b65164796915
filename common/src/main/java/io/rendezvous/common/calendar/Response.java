package io.rendezvous.common.calendar;

/** What somebody answered to an invitation. */
public enum Response {
  ACCEPTED,
  DECLINED,
  TENTATIVE
}
