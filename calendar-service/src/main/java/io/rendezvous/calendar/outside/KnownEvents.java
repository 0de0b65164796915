package io.rendezvous.calendar.outside;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which events a calendar had when it was last read, and in which version. Both are digests of 64
 * bits: the names are long, and a calendar has thousands.
 */
record KnownEvents(Map<Long, Long> versions) {
  static final KnownEvents NONE = new KnownEvents(Map.of());

  /** Of an occurrence that is no part of its series any more. */
  private static final long GONE = 0;

  KnownEvents {
    versions = Map.copyOf(versions);
  }

  static KnownEvents of(byte[] bytes) {
    var versions = new HashMap<Long, Long>();
    var pairs = ByteBuffer.wrap(bytes);
    while (pairs.hasRemaining()) {
      versions.put(pairs.getLong(), pairs.getLong());
    }
    return new KnownEvents(versions);
  }

  byte[] bytes() {
    var pairs = ByteBuffer.allocate(versions.size() * 2 * Long.BYTES);
    versions.forEach((event, version) -> pairs.putLong(event).putLong(version));
    return pairs.array();
  }

  int size() {
    return versions.size();
  }

  boolean has(String event) {
    Long version = versions.get(digest(event));
    return version != null && version != GONE;
  }

  boolean has(String event, String etag) {
    return is(versions.get(digest(event)), digest(etag));
  }

  boolean isGone(String event) {
    return is(versions.get(digest(event)), GONE);
  }

  private static boolean is(@Nullable Long version, long other) {
    return version != null && version == other;
  }

  /** Whether an event that was there is not among these, but for those named. */
  boolean lostSome(KnownEvents later, Iterable<String> named) {
    var missing = new HashMap<>(versions);
    missing.values().removeIf(version -> version == GONE);
    missing.keySet().removeAll(later.versions.keySet());
    named.forEach(event -> missing.remove(digest(event)));
    return !missing.isEmpty();
  }

  /** These, being changed. */
  Changing changing() {
    return new Changing(new HashMap<>(versions));
  }

  /** The same, while they change. */
  static final class Changing {
    private final Map<Long, Long> versions;

    private Changing(Map<Long, Long> versions) {
      this.versions = versions;
    }

    void put(String event, String etag) {
      versions.put(digest(event), digest(etag));
    }

    void remove(String event) {
      if (Occurrences.isOne(event)) {
        versions.put(digest(event), GONE);
      } else {
        versions.remove(digest(event));
      }
    }

    KnownEvents done() {
      return new KnownEvents(versions);
    }
  }

  private static long digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(
          "Expected every JDK to have SHA-256, but this one does not", impossible);
    }
  }
}
