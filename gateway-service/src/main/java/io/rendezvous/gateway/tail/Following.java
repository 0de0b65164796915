package io.rendezvous.gateway.tail;

import io.rendezvous.common.id.ConversationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A hold on one conversation in the tail: its newest events, and waiting for more. */
public final class Following implements AutoCloseable {
  private final Tail tail;
  private final ConversationId conversation;
  private final Strand strand;

  Following(Tail tail, ConversationId conversation, Strand strand) {
    this.tail = tail;
    this.conversation = conversation;
    this.strand = strand;
  }

  public ConversationId conversation() {
    return conversation;
  }

  /** What the tail holds after this event. */
  public Slice after(long sequence) {
    return strand.after(sequence);
  }

  /** All that the tail holds, which may be less than there is. */
  public List<Entry> entries() {
    return strand.after(0).entries();
  }

  /** The last event that the tail has seen; 0 if none. */
  public long last() {
    return strand.last();
  }

  /**
   * The text on its way for the latest request up to {@code upTo}; its pieces are those beyond what
   * is shown, or all where another try is shown.
   */
  public Optional<Reply> reply(long upTo, String attempt, int shown) {
    return strand.reply(upTo, attempt, shown);
  }

  /** Changes whenever something is added; read it before the rest to miss nothing. */
  public long version() {
    return strand.version();
  }

  /** Waits until something was added since that version, the tail closes, or the time is over. */
  public void await(long seen, Duration atMost) throws InterruptedException {
    if (!tail.closing()) {
      strand.await(seen, atMost);
    }
  }

  /** Whether the gateway stops: nobody should wait any longer. */
  public boolean closing() {
    return tail.closing();
  }

  @Override
  public void close() {
    tail.release(conversation);
  }
}
