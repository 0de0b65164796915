package io.rendezvous.orchestrator.model.offline;

/** What a user wants. */
enum Intent {
  SCHEDULE,
  LIST,
  /** As {@link #LIST}, but for one event: when is it? */
  LOCATE,
  MOVE,
  CANCEL,
  /** To take back what was done last. */
  UNDO,
  ACCEPT,
  DECLINE,
  /** To answer that one may come. */
  TENTATIVE,
  FIND_TIME,
  CALENDARS,
  /** To drop the question that was asked. */
  DROP,
  HELP,
  THANKS,
  GREETING,
  UNKNOWN
}
