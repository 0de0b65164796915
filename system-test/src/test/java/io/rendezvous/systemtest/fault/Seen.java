package io.rendezvous.systemtest.fault;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.event.TurnStatus;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What rows ask of the evidence. */
final class Seen {
  private Seen() {}

  /** How each turn has ended. */
  static Map<TurnId, TurnEndReason> ends(Evidence evidence) {
    Map<TurnId, TurnEndReason> ends = new HashMap<>();
    events(evidence)
        .forEach(
            event -> {
              if (event instanceof TurnEnded ended) {
                ends.put(ended.turn(), ended.reason());
              }
            });
    return ends;
  }

  /** Every turn did what it was asked. */
  static void requireCompleted(Evidence evidence) {
    ends(evidence)
        .forEach(
            (turn, reason) -> {
              if (reason.status() != TurnStatus.COMPLETED) {
                throw new AssertionError("Expected " + turn + " to be completed, but " + reason);
              }
            });
  }

  /** How often each tool call stands in the log that its service reads. */
  static Map<CallId, Long> published(Evidence evidence) {
    return evidence.logs().toolCalls().stream()
        .collect(groupingBy(record -> record.message().call(), counting()));
  }

  /** How often each tool call's result was taken. */
  static Map<CallId, Long> resultsTaken(Evidence evidence) {
    return events(evidence)
        .filter(ToolSucceeded.class::isInstance)
        .map(ToolSucceeded.class::cast)
        .collect(groupingBy(ToolSucceeded::call, counting()));
  }

  /** How many events the user has in the calendar's table. */
  static long calendarEvents(Evidence evidence, UserId user) {
    return evidence.tables().calendarEvents().stream()
        .filter(item -> item.text("owner").startsWith(user.value() + "/"))
        .count();
  }

  /** How often the client was told of this. */
  static long told(RecordedStream stream, String event) {
    return stream.connections().stream()
        .flatMap(connection -> connection.events().stream())
        .filter(told -> told.is(event))
        .count();
  }

  static Stream<Event> events(Evidence evidence) {
    return evidence.logs().history().stream()
        .flatMap(record -> record.message().events().stream())
        .map(numbered -> numbered.event());
  }

  /** Whether each of these happened once. */
  static boolean each(Map<?, Long> counts) {
    return counts.values().stream().allMatch(List.of(1L)::contains);
  }
}
