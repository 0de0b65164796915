package io.rendezvous.orchestrator.model.offline;

/** What the assistant asks when something is missing. */
enum Question {
  WHEN,
  WHICH_DAY,
  WHAT_TIME,
  NEW_TIME,
  WHICH_EVENT,
  RIGHT_DATE,
  /** How much of a series. */
  WHICH_SCOPE
}
