package io.rendezvous.systemtest.check.evidence;

import java.util.List;

/** Every item of the tables that the log leads to. */
public record TableItems(
    List<Item> conversations,
    List<Item> turns,
    List<Item> toolExecutions,
    List<Item> largeEvents,
    List<Item> calendarEvents,
    List<Item> calendarJournal) {
  public static final TableItems NONE =
      new TableItems(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public TableItems {
    conversations = List.copyOf(conversations);
    turns = List.copyOf(turns);
    toolExecutions = List.copyOf(toolExecutions);
    largeEvents = List.copyOf(largeEvents);
    calendarEvents = List.copyOf(calendarEvents);
    calendarJournal = List.copyOf(calendarJournal);
  }
}
