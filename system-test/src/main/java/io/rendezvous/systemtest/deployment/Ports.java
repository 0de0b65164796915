package io.rendezvous.systemtest.deployment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports that stay free while a process is down: below those that the system gives to outgoing
 * connections.
 */
final class Ports {
  private static final int FIRST = 15_000;
  private static final int END = 32_000;
  private static final Set<Integer> GIVEN = new HashSet<>();

  private Ports() {}

  static synchronized int next() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, END);
      if (isFree(port) && GIVEN.add(port)) {
        return port;
      }
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
