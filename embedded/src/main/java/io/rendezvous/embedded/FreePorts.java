package io.rendezvous.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports that nobody listens on, on the loopback address. */
public final class FreePorts {
  private FreePorts() {}

  /** One that was free a moment ago; somebody else may take it before it is used. */
  public static int next() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
