package io.rendezvous.common.tool;

import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every tool that a model may call; what is not here is never executed. */
public final class ToolCatalogue {
  public static final String LIST_CALENDARS = "list_calendars";
  public static final String LIST_EVENTS = "list_events";
  public static final String GET_EVENT = "get_event";
  public static final String CREATE_EVENT = "create_event";
  public static final String UPDATE_EVENT = "update_event";
  public static final String MOVE_EVENT = "move_event";
  public static final String DELETE_EVENT = "delete_event";
  public static final String RESPOND_TO_INVITATION = "respond_to_invitation";
  public static final String FREE_BUSY = "free_busy";
  public static final String FIND_FREE_TIME = "find_free_time";
  public static final String RESOLVE_DATE = "resolve_date";
  public static final String UNDO = "undo";

  /**
   * Takes back what a turn has done; asked by the decider alone, so it is not in the catalogue. Its
   * call id names the turn, and it has no arguments.
   */
  public static final String UNDO_TURN = "undo_turn";

  private static final Set<String> READING =
      Set.of(LIST_CALENDARS, LIST_EVENTS, GET_EVENT, FREE_BUSY, FIND_FREE_TIME, RESOLVE_DATE);

  public static final List<ToolSpec> ALL =
      List.of(
          calendar(LIST_CALENDARS, "List the user's calendars, the default one first."),
          calendar(
              LIST_EVENTS,
              "List the user's events that overlap a period, by start. Use it to find an event's id before changing it."),
          calendar(
              GET_EVENT, "Tell all of one event: description, attendees, reminders, recurrence."),
          calendar(
              CREATE_EVENT,
              "Create an event or a series. The result tells what else is at the same time: ask the user about it."),
          calendar(UPDATE_EVENT, "Change an event: what is not given stays."),
          calendar(
              MOVE_EVENT,
              "Move an event to another time; its length stays unless an end is given."),
          calendar(DELETE_EVENT, "Delete an event, or a series or a part of it."),
          calendar(RESPOND_TO_INVITATION, "Answer an invitation for the user."),
          calendar(FREE_BUSY, "Tell when other people are busy, where the provider knows it."),
          calendar(
              FIND_FREE_TIME,
              "Find free slots for the user and others within working hours, the best first."),
          calendar(
              RESOLVE_DATE,
              "Work out what a phrase says about time. Use it for every date that is not written in numbers."),
          calendar(
              UNDO,
              "Undo what was done last, field for field; what people changed since stays. Only where the user asks for it."));

  /** Tells which catalogue a request was made with. */
  public static final String HASH = hash();

  private ToolCatalogue() {}

  public static Optional<ToolSpec> find(String name) {
    return ALL.stream().filter(spec -> spec.name().equals(name)).findFirst();
  }

  /** Whether calls of this tool may change something; a tool that is not known may. */
  public static boolean hasEffects(String name) {
    return !READING.contains(name);
  }

  private static ToolSpec calendar(String name, String description) {
    return spec(name, description, Topics.CALENDAR_CALLS);
  }

  private static ToolSpec spec(String name, String description, Topic topic) {
    try (var schema = ToolCatalogue.class.getResourceAsStream(name + ".schema.json")) {
      if (schema == null) {
        throw new IllegalStateException(
            "Expected a schema beside the catalogue for " + name + ", but found none");
      }
      return new ToolSpec(
          name, description, new String(schema.readAllBytes(), StandardCharsets.UTF_8), topic);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (ToolSpec spec : ALL) {
        digest.update(
            (spec.name() + "\n" + spec.description() + "\n" + spec.inputSchema())
                .getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(
          "Expected every JDK to have SHA-256, but this one does not", impossible);
    }
  }
}
