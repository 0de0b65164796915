package io.rendezvous.systemtest.check;

import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.systemtest.check.evidence.Connection;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.client.SseEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * I3: streams tell every event once, in order, over all reconnects, and their text is the log's.
 */
final class StreamJudge implements Judge {
  @Override
  public List<Violation> judge(Evidence evidence) {
    var findings = new Findings(Invariant.I3);
    var log = Log.of(evidence);
    for (var client : evidence.clients()) {
      for (RecordedStream stream : client.streams()) {
        ConversationId conversation = stream.conversation();
        if (conversation != null) {
          judge(stream, conversation, log, evidence, findings);
        }
      }
    }
    return findings.list();
  }

  private static void judge(
      RecordedStream stream,
      ConversationId conversation,
      Log log,
      Evidence evidence,
      Findings findings) {
    var text = new ShownText(conversation, findings);
    for (Connection connection : stream.connections()) {
      text.connect(connection.lastEventId());
      connection.events().forEach(text::see);
      events(connection, conversation, log, evidence, findings);
    }
    List<Fact> story = log.story(conversation);
    boolean over = story.stream().anyMatch(fact -> fact.event() instanceof TurnEnded);
    if (!stream.complete() && over) {
      findings.add(
          conversation,
          "the stream to tell what was waited for",
          "none within the client's patience, over " + stream.connections().size() + " connections",
          stream.connections().isEmpty() ? "" : stream.connections().getLast().end());
    }
  }

  /** What was told on a connection against what the log has between its first and last place. */
  private static void events(
      Connection connection,
      ConversationId conversation,
      Log log,
      Evidence evidence,
      Findings findings) {
    List<SseEvent> told =
        connection.events().stream()
            .filter(event -> !event.is("text.delta") && !event.is("text.reset"))
            .filter(event -> !event.is("error"))
            .toList();
    List<Visible> expected = expected(connection, conversation, log, evidence);
    var left = new ArrayList<>(expected);
    for (SseEvent event : told) {
      long sequence = sequence(event.id());
      Visible match =
          left.stream().filter(it -> it.sequence() == sequence).findFirst().orElse(null);
      if (match == null) {
        boolean twice = expected.stream().anyMatch(it -> it.sequence() == sequence);
        findings.add(
            conversation,
            "only events of the log, each once",
            twice ? "event " + sequence + " again" : "an event " + sequence + " besides",
            event);
      } else if (!match.matches(event)) {
        findings.add(conversation, "the stream to tell " + match, event.toString());
      }
      left.remove(match);
    }
    left.forEach(
        missed ->
            findings.add(
                conversation, "the stream to tell " + missed, "it missing", connection.end()));
  }

  private static List<Visible> expected(
      Connection connection, ConversationId conversation, Log log, Evidence evidence) {
    long last =
        connection.events().stream().mapToLong(event -> sequence(event.id())).max().orElse(0);
    String lastEventId = connection.lastEventId();
    long first = lastEventId == null ? 0 : sequence(lastEventId);
    // A stream that began with its prompt tells of that turn alone.
    String only =
        connection.kind() == Connection.Kind.TURN && !connection.events().isEmpty()
            ? connection.events().getFirst().text("turnId")
            : "";
    return log.story(conversation).stream()
        .filter(fact -> fact.sequence() > first && fact.sequence() <= last)
        .flatMap(fact -> Visible.of(fact, evidence.texts()).stream())
        .filter(visible -> only.isEmpty() || visible.turn().equals(only))
        .toList();
  }

  private static long sequence(String id) {
    return FrameId.parse(id).orElse(FrameId.START).sequence();
  }
}
