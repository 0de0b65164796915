package io.rendezvous.systemtest.check.evidence;

import io.rendezvous.common.id.UserId;
import java.util.List;
import java.util.Set;

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

  /** What is not of these users. */
  public TableItems without(Set<UserId> users) {
    return users.isEmpty()
        ? this
        : new TableItems(
            others(conversations, "user", users),
            others(turns, "user", users),
            others(toolExecutions, "user", users),
            others(largeEvents, "user", users),
            others(calendarEvents, "owner", users),
            others(calendarJournal, "user", users));
  }

  private static List<Item> others(List<Item> items, String owner, Set<UserId> users) {
    return items.stream().filter(item -> !isOf(item.text(owner), users)).toList();
  }

  /** The owner of an event is a calendar, which begins with its user. */
  private static boolean isOf(String owner, Set<UserId> users) {
    int end = owner.indexOf('/');
    String user = end < 0 ? owner : owner.substring(0, end);
    return !user.isEmpty() && users.contains(new UserId(user));
  }
}
