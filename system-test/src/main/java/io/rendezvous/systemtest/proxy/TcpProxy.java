package io.rendezvous.systemtest.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Stands between clients and a server on this machine, and can be told at any time what goes wrong
 * between them. Faults add up until {@link #heal()}. It listens from the start, so that its port is
 * known before the server exists.
 */
public final class TcpProxy implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

  private final ServerSocket listener;
  private final InetSocketAddress target;
  private final Sky sky = new Sky();
  private final Traffic traffic = new Traffic();
  private final Set<ProxyConnection> open = ConcurrentHashMap.newKeySet();
  private volatile Loss loss = Loss.none();

  private TcpProxy(ServerSocket listener, InetSocketAddress target) {
    this.listener = listener;
    this.target = target;
  }

  /** Listens on a free port of the loopback address. */
  public static TcpProxy start(InetSocketAddress target) {
    return start(0, target);
  }

  /** Listens on this port of the loopback address; the target need not be there yet. */
  public static TcpProxy start(int port, InetSocketAddress target) {
    try {
      var proxy =
          new TcpProxy(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()), target);
      Thread.ofVirtual().name("proxy-" + proxy.port()).start(proxy::acceptAll);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(listener.getInetAddress(), port());
  }

  /** Resets all connections that are open; new ones are welcome. */
  public void cut() {
    open.forEach(ProxyConnection::cut);
  }

  /**
   * Resets new connections at once; those that are open stay. The port stays taken meanwhile, for
   * else another process might get it.
   */
  public void refuse() {
    sky.change(Weather::refuse);
  }

  /** As if the server were gone: {@link #refuse()} and {@link #cut()}. */
  public void takeAway() {
    refuse();
    cut();
  }

  /** Holds all bytes of both directions; connections stay, and new ones are taken. */
  public void stall() {
    sky.change(Weather::stall);
  }

  /**
   * From now on bytes take this long, between mean - jitter and mean + jitter, each direction in
   * order. The same seed gives the same delays to the n-th connection.
   */
  public void delay(Duration mean, Duration jitter, long seed) {
    sky.change(weather -> weather.delay(new Delay(mean, jitter, seed)));
  }

  /** Bytes of this direction vanish; connections that lost some are cut when it heals. */
  public void drop(Direction direction) {
    sky.change(weather -> weather.drop(direction));
  }

  /**
   * The next Kafka request of this API key passes (0 is Produce, 26 is EndTxn), and its connection
   * is reset in place of its answer; earlier answers pass. Once; a new order replaces the one
   * before.
   *
   * @return done when the answer is lost
   */
  public CompletableFuture<Void> loseAnswerOf(short apiKey) {
    return lose(Loss.ofKafka(apiKey));
  }

  /**
   * As {@link #loseAnswerOf}, for protocols with one request at a time on a connection, such as
   * HTTP/1.1.
   *
   * @param request sees bytes to the server as they were read, mostly a request's head at once
   */
  public CompletableFuture<Void> loseNextAnswer(Predicate<byte[]> request) {
    return lose(Loss.ofPiece(request));
  }

  private CompletableFuture<Void> lose(Loss wanted) {
    loss = wanted;
    return wanted.done();
  }

  /** Ends all faults; an answer that was not lost yet will not be. */
  public void heal() {
    loss = Loss.none();
    sky.change(_ -> Weather.CLEAR);
    open.forEach(ProxyConnection::cutIfDamaged);
  }

  /** How many connections are open. */
  public int open() {
    return open.size();
  }

  /** How many were ever taken, the refused ones not counted. */
  public long connections() {
    return traffic.connections.sum();
  }

  public long refused() {
    return traffic.refused.sum();
  }

  /** How many bytes were ever passed on in this direction. */
  public long bytes(Direction direction) {
    return traffic.bytes(direction).sum();
  }

  /** How many bytes were ever dropped. */
  public long lostBytes() {
    return traffic.lostBytes.sum();
  }

  Sky sky() {
    return sky;
  }

  Traffic traffic() {
    return traffic;
  }

  Loss loss() {
    return loss;
  }

  void forget(ProxyConnection connection) {
    open.remove(connection);
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (sky.now().refusing()) {
          traffic.refused.increment();
          Sockets.reset(client);
        } else {
          Thread.ofVirtual().start(() -> connect(client));
        }
      } catch (IOException closedOrOneClientGone) {
        // The loop's condition tells which.
      }
    }
  }

  private void connect(Socket client) {
    var server = new Socket();
    try {
      server.connect(target, Math.toIntExact(CONNECT_LIMIT.toMillis()));
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
    } catch (IOException noServer) {
      Sockets.reset(client);
      Sockets.close(server);
      return;
    }
    traffic.connections.increment();
    var connection = new ProxyConnection(traffic.connections.sum(), client, server, this);
    open.add(connection);
    connection.start();
    // Refused or closed while it was made: then nobody has cut it.
    if (listener.isClosed() || sky.now().refusing()) {
      connection.cut();
    }
  }
}
