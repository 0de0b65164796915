package io.rendezvous.systemtest.check.recording;

import io.rendezvous.common.id.TurnId;
import io.rendezvous.systemtest.check.evidence.Connection;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.client.NoStream;
import io.rendezvous.systemtest.client.SseEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says one prompt and listens to its turn; what is cut goes on as the conversation's stream. */
final class Saying {
  private final Rounds rounds;
  private final Patience patience;
  private final String text;
  private final @Nullable String conversation;
  private final String key;
  private final List<Connection> connections = new ArrayList<>();
  private @Nullable TurnId turn;
  private Submission.Answer answer = new Submission.Unknown("never sent");

  Saying(
      List<Client> gateways,
      Patience patience,
      String text,
      @Nullable String conversation,
      String key) {
    this.rounds = new Rounds(gateways, patience);
    this.patience = patience;
    this.text = text;
    this.conversation = conversation;
    this.key = key;
  }

  RecordedStream listen() throws InterruptedException {
    while (rounds.goOn() && !(answer instanceof Submission.Refused)) {
      String seen = lastId(say());
      if (isOver()) {
        break;
      }
      if (turn != null) {
        String id = turn.conversation().value();
        return new Listening(rounds, patience, id, seen, connections).until(this::ends);
      }
    }
    return new RecordedStream(turn == null ? null : turn.conversation(), connections, isOver());
  }

  /** Also where the same was said before: it is the same turn, told from its beginning. */
  private Connection say() throws InterruptedException {
    var one = new OneConnection(Connection.Kind.TURN, null);
    Connection said;
    try {
      Client client = rounds.next();
      said =
          one.read(
              client.open(text, conversation, "Idempotency-Key", key),
              event -> ends(event) || event.is("error"),
              rounds,
              patience);
      said.events().forEach(this::learn);
    } catch (NoStream none) {
      refused(none.status(), none.body());
      said = one.ended(none.toString());
    } catch (IOException cut) {
      answer = new Submission.Unknown(cut.toString());
      said = one.ended(cut.toString());
    }
    connections.add(said);
    return said;
  }

  private void learn(SseEvent event) {
    if (event.is("error") && turn == null) {
      refused(event.json().path("status").asInt(500), event.data());
    } else if (turn == null && !event.text("turnId").isEmpty()) {
      turn = new TurnId(event.text("turnId"));
      answer = new Submission.Accepted(turn);
    }
  }

  private void refused(int status, String problem) {
    answer =
        Rounds.passing(status)
            ? new Submission.Unknown(status + " " + problem)
            : new Submission.Refused(status, problem);
  }

  private boolean ends(SseEvent event) {
    return event.is("turn.ended") && (turn == null || event.text("turnId").equals(turn.value()));
  }

  private boolean isOver() {
    return !connections.isEmpty() && connections.getLast().events().stream().anyMatch(this::ends);
  }

  private static @Nullable String lastId(Connection connection) {
    String last = null;
    for (SseEvent event : connection.events()) {
      if (!event.id().isEmpty()) {
        last = event.id();
      }
    }
    return last;
  }

  Submission submission() {
    return new Submission(key, Client.prompt(text, conversation), rounds.attempts(), answer);
  }
}
