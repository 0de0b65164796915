package io.rendezvous.systemtest.proxy;

import static io.rendezvous.systemtest.proxy.Direction.TO_CLIENT;
import static io.rendezvous.systemtest.proxy.Direction.TO_SERVER;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One client's connection through a proxy, and the one to the server that stands for it. */
final class ProxyConnection {
  private final long number;
  private final Socket client;
  private final Socket server;
  private final TcpProxy proxy;
  private final AnswerWatch watch;
  private final List<Thread> threads;
  private final AtomicInteger partsOpen = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile boolean damaged;

  ProxyConnection(long number, Socket client, Socket server, TcpProxy proxy) {
    this.number = number;
    this.client = client;
    this.server = server;
    this.proxy = proxy;
    this.watch = new AnswerWatch(proxy::loss);
    var requests = new Pump(TO_SERVER, client, server, this, proxy.sky());
    var answers = new Pump(TO_CLIENT, server, client, this, proxy.sky());
    this.threads =
        Stream.<Carrying>of(requests::read, answers::read, requests::write, answers::write)
            .map(part -> Thread.ofVirtual().unstarted(() -> run(part)))
            .toList();
    this.partsOpen.set(threads.size());
  }

  private interface Carrying {
    void run() throws IOException, InterruptedException;
  }

  void start() {
    threads.forEach(Thread::start);
  }

  long number() {
    return number;
  }

  int passing(Direction direction, byte[] bytes) {
    int passing = bytes.length;
    switch (direction) {
      case TO_SERVER -> watch.request(bytes);
      case TO_CLIENT -> passing = watch.passing(bytes);
    }
    proxy.traffic().bytes(direction).add(passing);
    return passing;
  }

  /** Bytes have vanished: what comes after them must not be taken for the rest. */
  void damage(Direction direction, int bytes) {
    damaged = true;
    proxy.traffic().lostBytes.add(bytes);
    if (!proxy.sky().now().dropped().contains(direction)) {
      cut();
    }
  }

  void cutIfDamaged() {
    if (damaged) {
      cut();
    }
  }

  /** Resets both sides. */
  void cut() {
    if (over.compareAndSet(false, true)) {
      Sockets.reset(client);
      Sockets.reset(server);
      threads.forEach(Thread::interrupt);
      proxy.forget(this);
    }
  }

  private void run(Carrying part) {
    try {
      part.run();
      if (partsOpen.decrementAndGet() == 0 && over.compareAndSet(false, true)) {
        Sockets.close(client);
        Sockets.close(server);
        proxy.forget(this);
      }
    } catch (IOException brokenOffByASide) {
      cut();
    } catch (InterruptedException cutMeanwhile) {
      Thread.currentThread().interrupt();
    }
  }
}
