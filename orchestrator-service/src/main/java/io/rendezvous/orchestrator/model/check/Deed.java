package io.rendezvous.orchestrator.model.check;

import io.rendezvous.common.tool.ToolCatalogue;
import java.util.Collection;
import java.util.stream.Stream;

/** Something that an assistant may say to have done. */
enum Deed {
  CREATED,
  CHANGED,
  DELETED,
  UNDONE,
  /** An invitation. */
  ANSWERED,
  SENT,
  /** It does not say which. */
  ANY;

  /** Whether one of these calls, each of which has succeeded, has done it. */
  boolean isDoneBy(Collection<Success> succeeded) {
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
      case UNDONE -> isAny(succeeded, ToolCatalogue.UNDO, ToolCatalogue.UNDO_TURN);
      case ANSWERED -> isAny(succeeded, ToolCatalogue.RESPOND_TO_INVITATION);
      // An answer to an invitation is known to whoever sent it, a change only where that was asked.
      case SENT -> ANSWERED.isDoneBy(succeeded) || succeeded.stream().anyMatch(Success::told);
      case ANY ->
          CREATED.isDoneBy(succeeded) || CHANGED.isDoneBy(succeeded) || DELETED.isDoneBy(succeeded);
    };
  }

  private static boolean isAny(Collection<Success> succeeded, String... tools) {
    return succeeded.stream()
        .map(Success::tool)
        .anyMatch(tool -> Stream.of(tools).anyMatch(tool::equals));
  }
}
