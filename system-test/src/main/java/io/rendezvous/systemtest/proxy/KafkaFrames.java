package io.rendezvous.systemtest.proxy;

import java.nio.ByteBuffer;

/**
 * Finds where the messages of one direction of a Kafka connection begin (each is its size in four
 * bytes, and then that many). It must see every byte from the first one on.
 */
final class KafkaFrames {
  /** Size, API key, API version, correlation id. */
  static final int REQUEST_HEAD = 12;

  /** Size, correlation id. */
  static final int ANSWER_HEAD = 8;

  /** The broker's own limit on a request; more than that is some other protocol. */
  private static final int LARGEST = 100 * 1024 * 1024;

  private final ByteBuffer head;
  private long bodyLeft;
  private boolean otherProtocol;

  interface Listener {
    /**
     * A message begins.
     *
     * @param start its place in the bytes given; 0 where it began in earlier ones
     */
    void message(int start, ByteBuffer head);
  }

  KafkaFrames(int headBytes) {
    this.head = ByteBuffer.allocate(headBytes);
  }

  void next(byte[] bytes, Listener listener) {
    int at = 0;
    int start = 0;
    while (at < bytes.length && !otherProtocol) {
      if (bodyLeft > 0) {
        int skipped = (int) Math.min(bodyLeft, bytes.length - at);
        bodyLeft -= skipped;
        at += skipped;
        continue;
      }
      if (head.position() == 0) {
        start = at;
      }
      int taken = Math.min(head.remaining(), bytes.length - at);
      head.put(bytes, at, taken);
      at += taken;
      if (!head.hasRemaining()) {
        end(start, listener);
      }
    }
  }

  private void end(int start, Listener listener) {
    int size = head.getInt(0);
    long rest = head.capacity() - (long) Integer.BYTES;
    if (size < rest || size > LARGEST) {
      otherProtocol = true;
      return;
    }
    listener.message(start, head);
    bodyLeft = size - rest;
    head.clear();
  }
}
