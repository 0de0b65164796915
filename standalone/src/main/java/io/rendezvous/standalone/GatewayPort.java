package io.rendezvous.standalone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The one port that others know. */
final class GatewayPort {
  private GatewayPort() {}

  /** Tells early what the gateway would find out last. */
  static void requireFree(int port) throws RunFailure {
    try (var socket = new ServerSocket()) {
      // As servers do: connections of an earlier run that still fade away are no obstacle.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      throw new RunFailure(
          "Port "
              + port
              + " cannot be used ("
              + e.getMessage()
              + "); choose another with --port N.",
          e);
    }
  }
}
