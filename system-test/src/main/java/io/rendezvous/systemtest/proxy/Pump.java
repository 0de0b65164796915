package io.rendezvous.systemtest.proxy;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Carries the bytes of one direction of a connection, in order: one thread reads and stamps them
 * with when they are due, another writes them when they are.
 */
final class Pump {
  private static final int PIECE_BYTES = 16 * 1024;

  /** What is held of a stalled direction, before its sender is held up too. */
  private static final int PIECES_HELD = 64;

  private static final Piece END = new Piece(new byte[0], 0);

  private final Direction direction;
  private final Socket source;
  private final Socket sink;
  private final ProxyConnection connection;
  private final Sky sky;
  private final BlockingQueue<Piece> held = new ArrayBlockingQueue<>(PIECES_HELD);

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Piece(byte[] bytes, long due) {
    boolean isEnd() {
      return bytes.length == 0;
    }
  }

  Pump(Direction direction, Socket source, Socket sink, ProxyConnection connection, Sky sky) {
    this.direction = direction;
    this.source = source;
    this.sink = sink;
    this.connection = connection;
    this.sky = sky;
  }

  void read() throws IOException, InterruptedException {
    var delays = new Random();
    @Nullable Delay seeded = null;
    var buffer = new byte[PIECE_BYTES];
    for (int read = 0; (read = source.getInputStream().read(buffer)) >= 0; ) {
      long due = System.nanoTime();
      Delay delay = sky.now().delay();
      if (delay != null) {
        if (!delay.equals(seeded)) {
          delays =
              new Random(
                  delay.seed() * 31
                      + connection.number() * 2
                      + (direction == Direction.TO_SERVER ? 0 : 1));
          seeded = delay;
        }
        due += delay.nextNanos(delays);
      }
      held.put(new Piece(Arrays.copyOf(buffer, read), due));
    }
    held.put(END);
  }

  /** Returns once the end has been passed on; other than that only by an exception or a cut. */
  void write() throws IOException, InterruptedException {
    while (true) {
      Piece piece = held.take();
      sky.awaitPassage(piece.due());
      if (sky.now().dropped().contains(direction)) {
        connection.damage(direction, piece.bytes().length);
      } else if (piece.isEnd()) {
        sink.shutdownOutput();
        return;
      } else if (!pass(piece.bytes())) {
        connection.cut();
        return;
      }
    }
  }

  /** Whether all of them may pass. */
  private boolean pass(byte[] bytes) throws IOException {
    int passing = connection.passing(direction, bytes);
    sink.getOutputStream().write(bytes, 0, passing);
    return passing == bytes.length;
  }
}
