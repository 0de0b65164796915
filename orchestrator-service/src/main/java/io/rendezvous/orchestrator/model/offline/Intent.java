package io.rendezvous.orchestrator.model.offline;

/** What a user wants. */
enum Intent {
  SCHEDULE,
  LIST,
  /** As {@link #LIST}, but for one event: when is it? */
  LOCATE,
  MOVE,
  CANCEL,
  FIND_TIME,
  /** To drop the question that was asked. */
  DROP,
  HELP,
  THANKS,
  GREETING,
  UNKNOWN
}
