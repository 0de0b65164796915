package io.rendezvous.orchestrator.model.check;

import io.rendezvous.common.tool.ToolCatalogue;
import java.util.Collection;

/** Something that an assistant may say to have done. */
enum Deed {
  CREATED,
  CHANGED,
  DELETED,
  SENT,
  /** It does not say which. */
  ANY;

  /** Whether one of these tools, each of which has succeeded, has done it. */
  boolean isDoneBy(Collection<String> succeeded) {
    return switch (this) {
      case CREATED -> succeeded.contains(ToolCatalogue.CREATE_EVENT);
      case CHANGED -> succeeded.contains(ToolCatalogue.MOVE_EVENT);
      case DELETED -> succeeded.contains(ToolCatalogue.DELETE_EVENT);
      // No tool sends anything yet.
      case SENT -> false;
      case ANY ->
          CREATED.isDoneBy(succeeded) || CHANGED.isDoneBy(succeeded) || DELETED.isDoneBy(succeeded);
    };
  }
}
