package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.tool.ToolFailure;

/** What a model is told of a failure: what it is, and what to do next. */
public final class Failures {
  private Failures() {}

  public static ToolFailure reason(CalendarFailure failure) {
    return switch (failure) {
      case CalendarFailure.NotFound _ -> ToolFailure.NOT_FOUND;
      case CalendarFailure.Conflict _, CalendarFailure.Edited _ -> ToolFailure.CONFLICT;
      case CalendarFailure.Unauthorized _ -> ToolFailure.UNAUTHORIZED;
      case CalendarFailure.Unavailable _, CalendarFailure.Closed _ -> ToolFailure.UNAVAILABLE;
      case CalendarFailure.Expired _ -> ToolFailure.EXPIRED;
      case CalendarFailure.Invalid _ -> ToolFailure.INVALID_ARGUMENTS;
    };
  }

  public static CalendarResult.Failed told(CalendarFailure failure) {
    ToolFailure reason = reason(failure);
    return switch (failure) {
      case CalendarFailure.Invalid(var detail) ->
          new CalendarResult.Failed(
              reason.name(), detail + " Nothing was done; correct the arguments and call again.");
      case CalendarFailure.Edited _ ->
          new CalendarResult.Failed(
              reason.name(),
              "Somebody has edited the event since, so it was left as it is. Tell the user so.");
      case CalendarFailure.NotFound _,
          CalendarFailure.Conflict _,
          CalendarFailure.Unauthorized _,
          CalendarFailure.Unavailable _,
          CalendarFailure.Expired _,
          CalendarFailure.Closed _ ->
          told(reason);
    };
  }

  public static CalendarResult.Failed told(ToolFailure reason) {
    return new CalendarResult.Failed(
        reason.name(),
        switch (reason) {
          case UNKNOWN_TOOL ->
              "There is no tool of this name. Use one of the tools given, or answer without.";
          case INVALID_ARGUMENTS -> "The arguments do not fit the tool's schema. Correct them.";
          case NOT_FOUND ->
              "No event has this id; it may have been deleted. Find it with list_events and use the"
                  + " id told there.";
          case CONFLICT ->
              "The event kept changing meanwhile, and was left as it is. Look at it again with"
                  + " list_events, then ask the user.";
          case UNAUTHORIZED ->
              "The calendar refused access. Tell the user to connect the calendar again.";
          case UNAVAILABLE ->
              "The calendar cannot be reached, and nothing was done. Tell the user to try again"
                  + " later.";
          case REJECTED ->
              "The user was asked and said no; nothing was done. Do not try it again; ask what she"
                  + " wants instead.";
          case EXPIRED ->
              "The user was asked and did not answer in time; nothing was done. Tell her so, and try"
                  + " again only if she wants it.";
          case INTERNAL ->
              "The call failed through a fault of this service, and nothing was done. Tell the user"
                  + " so.";
        });
  }
}
