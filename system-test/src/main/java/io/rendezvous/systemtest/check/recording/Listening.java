package io.rendezvous.systemtest.check.recording;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.systemtest.check.evidence.Connection;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.client.SseEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Follows a conversation over as many connections as it takes. */
final class Listening {
  private static final String BEGINNING = "0";

  private final Rounds rounds;
  private final Patience patience;
  private final String conversation;
  private final List<Connection> connections = new ArrayList<>();
  private String lastEventId;

  Listening(List<Client> gateways, Patience patience, String conversation, @Nullable String after) {
    this(new Rounds(gateways, patience), patience, conversation, after, List.of());
  }

  /** Goes on with a stream that had connections before. */
  Listening(
      Rounds rounds,
      Patience patience,
      String conversation,
      @Nullable String after,
      List<Connection> before) {
    this.rounds = rounds;
    this.patience = patience;
    this.conversation = conversation;
    this.lastEventId = after == null ? BEGINNING : after;
    this.connections.addAll(before);
  }

  RecordedStream until(Predicate<SseEvent> last) throws InterruptedException {
    while (rounds.goOn()) {
      var one = new OneConnection(Connection.Kind.CONVERSATION, lastEventId);
      Connection ended;
      try {
        Client client = rounds.next();
        ended = one.read(client.follow(conversation, lastEventId), last, rounds, patience);
      } catch (IOException refused) {
        ended = one.ended(refused.toString());
      }
      connections.add(ended);
      for (SseEvent event : ended.events()) {
        if (!event.id().isEmpty()) {
          lastEventId = event.id();
        }
      }
      if (!ended.events().isEmpty() && last.test(ended.events().getLast())) {
        return recorded(true);
      }
    }
    return recorded(false);
  }

  private RecordedStream recorded(boolean complete) {
    return new RecordedStream(new ConversationId(conversation), connections, complete);
  }
}
