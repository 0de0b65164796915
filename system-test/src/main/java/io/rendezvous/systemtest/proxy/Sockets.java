package io.rendezvous.systemtest.proxy;

import java.io.IOException;
import java.net.Socket;

/** Ends connections in the two ways there are. */
final class Sockets {
  private Sockets() {}

  /** Ends it as a crash does: what is on its way is thrown away, and the peer gets a reset. */
  static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException closedAlready) {
      // Then it is over.
    }
    close(socket);
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException closedAlready) {
      // Then it is over.
    }
  }
}
