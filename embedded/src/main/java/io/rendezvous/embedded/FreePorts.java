package io.rendezvous.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ports on the loopback address that nobody listens on, and that nobody else is given as long as
 * this process lives: below those of outgoing connections, each claimed by a lock that other
 * processes see.
 */
public final class FreePorts {
  private static final int FIRST = 15_000;
  private static final int END = 32_000;

  /** One byte of it for each port. */
  private static final Path CLAIMS =
      Path.of(
          System.getProperty("java.io.tmpdir"),
          "rendezvous-ports-" + System.getProperty("user.name"));

  // A lock that nobody holds on to is forgotten, and would be given again.
  private static final List<FileLock> CLAIMED = new ArrayList<>();
  private static @Nullable FileChannel claims;

  private FreePorts() {}

  public static synchronized int next() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, END);
      if (claim(port) && isFree(port)) {
        return port;
      }
    }
  }

  private static boolean claim(int port) {
    try {
      FileChannel open = claims;
      if (open == null) {
        open = FileChannel.open(CLAIMS, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        claims = open;
      }
      FileLock lock = open.tryLock(port, 1, false);
      return lock != null && CLAIMED.add(lock);
    } catch (OverlappingFileLockException givenBefore) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("Expected to claim a port in " + CLAIMS, e);
    }
  }

  private static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
