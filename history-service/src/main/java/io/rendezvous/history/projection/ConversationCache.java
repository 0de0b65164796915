package io.rendezvous.history.projection;

import io.rendezvous.common.id.ConversationId;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The conversations that were written last, so that an open turn is not read before each write. */
final class ConversationCache {
  private record Kept(ConversationFold fold, int bytes) {}

  private final long maxBytes;
  private final SequencedMap<ConversationId, Kept> kept = new LinkedHashMap<>();
  private long bytes;

  ConversationCache(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Hands it out and forgets it: who has changed it and stored it puts it back. */
  synchronized @Nullable ConversationFold take(ConversationId conversation) {
    Kept taken = kept.remove(conversation);
    if (taken == null) {
      return null;
    }
    bytes -= taken.bytes();
    return taken.fold();
  }

  synchronized void put(ConversationId conversation, ConversationFold fold) {
    take(conversation);
    var entry = new Kept(fold, fold.bytes());
    kept.putLast(conversation, entry);
    bytes += entry.bytes();
    while (bytes > maxBytes) {
      bytes -= kept.pollFirstEntry().getValue().bytes();
    }
  }

  synchronized void clear() {
    kept.clear();
    bytes = 0;
  }
}
