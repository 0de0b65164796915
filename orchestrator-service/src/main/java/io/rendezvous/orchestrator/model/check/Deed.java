package io.rendezvous.orchestrator.model.check;

import io.rendezvous.common.tool.ToolCatalogue;
import java.util.Collection;
import java.util.stream.Stream;

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
      case CREATED -> isAny(succeeded, ToolCatalogue.CREATE_EVENT, ToolCatalogue.UNDO);
      case CHANGED ->
          isAny(
              succeeded,
              ToolCatalogue.MOVE_EVENT,
              ToolCatalogue.UPDATE_EVENT,
              ToolCatalogue.RESPOND_TO_INVITATION,
              ToolCatalogue.UNDO);
      case DELETED -> isAny(succeeded, ToolCatalogue.DELETE_EVENT, ToolCatalogue.UNDO);
      case SENT -> succeeded.contains(ToolCatalogue.RESPOND_TO_INVITATION);
      case ANY ->
          CREATED.isDoneBy(succeeded) || CHANGED.isDoneBy(succeeded) || DELETED.isDoneBy(succeeded);
    };
  }

  private static boolean isAny(Collection<String> succeeded, String... tools) {
    return Stream.of(tools).anyMatch(succeeded::contains);
  }
}
