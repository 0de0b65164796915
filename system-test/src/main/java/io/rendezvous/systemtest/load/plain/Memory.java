package io.rendezvous.systemtest.load.plain;

import java.util.List;

/** What conversations are kept in: in memory, or in SQLite. */
interface Memory {
  /** Kept when this returns. */
  void append(String conversation, Line line);

  /** The latest, oldest first, as much as the product shows a model. */
  List<Line> latest(String conversation);
}
