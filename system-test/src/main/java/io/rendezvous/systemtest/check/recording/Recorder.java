package io.rendezvous.systemtest.check.recording;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.systemtest.check.evidence.ClientRecord;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.check.evidence.Submission.Accepted;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.client.SseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One user who insists: a prompt is sent again with its key until it is answered, a stream is
 * resumed where it was cut, at the next gateway in turn. Any thread may use it; all is recorded.
 */
public final class Recorder {
  private final UserId user;
  private final List<Client> gateways;
  private final Patience patience;
  private final List<Submission> submissions = new ArrayList<>();
  private final List<RecordedStream> streams = new ArrayList<>();

  /** The same user at one or more gateways. */
  public Recorder(List<Client> gateways, Patience patience) {
    this.gateways = List.copyOf(gateways);
    this.user = TokenUser.of(gateways.getFirst().token());
    this.patience = patience;
  }

  public Recorder(Client client) {
    this(List.of(client), Patience.DEFAULT);
  }

  public UserId user() {
    return user;
  }

  /** The client that others may read with. */
  public Client client() {
    return gateways.getFirst();
  }

  /** Sends this under a fresh key until it is accepted or refused. */
  public Submission submit(String text, @Nullable String conversation) throws InterruptedException {
    return submit(text, conversation, UUID.randomUUID().toString());
  }

  public Submission submit(String text, @Nullable String conversation, String key)
      throws InterruptedException {
    String body = Client.prompt(text, conversation);
    return keep(new Sending(gateways, patience, body, key).send());
  }

  /** Says this and reads the stream to the end of its turn, over as many connections as needed. */
  public RecordedStream say(String text, @Nullable String conversation)
      throws InterruptedException {
    var key = UUID.randomUUID().toString();
    var saying = new Saying(gateways, patience, text, conversation, key);
    RecordedStream stream = saying.listen();
    keep(saying.submission());
    return keep(stream);
  }

  /**
   * Follows a conversation up to and with the first event that fits.
   *
   * @param after an event's id; null is from the beginning
   */
  public RecordedStream follow(
      String conversation, @Nullable String after, Predicate<SseEvent> last)
      throws InterruptedException {
    var listening = new Listening(gateways, patience, conversation, after);
    return keep(listening.until(last));
  }

  /** Follows the turn that a submission began, from the conversation's beginning, to its end. */
  public Optional<RecordedStream> followToTheEnd(Submission submission)
      throws InterruptedException {
    if (!(submission.answer() instanceof Accepted(TurnId turn))) {
      return Optional.empty();
    }
    return Optional.of(
        follow(
            turn.conversation().value(),
            null,
            event -> event.is("turn.ended") && event.text("turnId").equals(turn.value())));
  }

  /** All so far. */
  public synchronized ClientRecord record() {
    return new ClientRecord(user, submissions, streams);
  }

  private synchronized Submission keep(Submission submission) {
    submissions.add(requireNonNull(submission));
    return submission;
  }

  private synchronized RecordedStream keep(RecordedStream stream) {
    streams.add(requireNonNull(stream));
    return stream;
  }
}
