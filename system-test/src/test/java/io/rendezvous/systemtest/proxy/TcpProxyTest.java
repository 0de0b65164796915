package io.rendezvous.systemtest.proxy;

import static io.rendezvous.systemtest.proxy.Direction.TO_CLIENT;
import static io.rendezvous.systemtest.proxy.Direction.TO_SERVER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rendezvous.embedded.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
  /** Long enough to see that nothing comes. */
  private static final int SILENCE_MILLIS = 300;

  private static final int PATIENCE_MILLIS = 30_000;

  private final List<Socket> clients = new ArrayList<>();
  private EchoServer server;
  private TcpProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = new EchoServer(0);
    proxy = TcpProxy.start(server.address());
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
    proxy.close();
    server.close();
  }

  @Test
  void carries_bytes_both_ways_and_counts_them() throws IOException {
    Socket client = client();
    assertThat(echo(client, "hello")).isEqualTo("hello");

    assertThat(proxy.connections()).isEqualTo(1);
    assertThat(proxy.open()).isEqualTo(1);
    assertThat(proxy.bytes(TO_SERVER)).isEqualTo(5);
    assertThat(proxy.bytes(TO_CLIENT)).isEqualTo(5);
  }

  @Test
  void carries_megabytes_unchanged_and_then_the_end() throws Exception {
    Socket client = client();
    var sent = new byte[5_000_000];
    new Random(1).nextBytes(sent);
    Thread writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    client.getOutputStream().write(sent);
                    client.shutdownOutput();
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                });

    assertThat(client.getInputStream().readAllBytes()).isEqualTo(sent);
    writer.join();
    await().until(() -> proxy.open() == 0);
  }

  @Test
  void listens_before_its_target_does() throws IOException {
    int later = FreePorts.next();
    try (var early = TcpProxy.start(local(later))) {
      assertCut(connect(early));
      try (var _ = new EchoServer(later)) {
        assertThat(echo(connect(early), "late")).isEqualTo("late");
      }
    }
  }

  @Test
  void listens_on_a_port_that_it_is_told() throws IOException {
    int port = FreePorts.next();
    try (var fixed = TcpProxy.start(port, server.address())) {
      assertThat(fixed.port()).isEqualTo(port);
      assertThat(echo(connect(fixed), "here")).isEqualTo("here");
    }
  }

  @Test
  void a_cut_resets_all_connections_and_takes_new_ones() throws IOException {
    Socket first = client();
    Socket second = client();
    echo(first, "a");
    echo(second, "b");

    proxy.cut();

    assertCut(first);
    assertCut(second);
    assertThat(proxy.open()).isZero();
    assertThat(echo(client(), "again")).isEqualTo("again");
  }

  @Test
  void refuses_new_connections_until_healed() throws IOException {
    Socket before = client();
    echo(before, "a");

    proxy.refuse();

    assertCut(client());
    assertThat(proxy.refused()).isEqualTo(1);
    assertThat(echo(before, "still")).isEqualTo("still");
    proxy.takeAway();
    assertCut(before);
    proxy.heal();
    assertThat(echo(client(), "back")).isEqualTo("back");
  }

  @Test
  void a_stall_holds_bytes_and_loses_none() throws IOException {
    Socket client = client();
    echo(client, "a");

    proxy.stall();

    say(client, "held");
    assertSilent(client);
    Socket taken = client();
    say(taken, "too");
    assertSilent(taken);
    proxy.heal();
    assertThat(hear(client, 4)).isEqualTo("held");
    assertThat(hear(taken, 3)).isEqualTo("too");
  }

  @Test
  void delays_bytes_and_keeps_their_order() throws IOException {
    Socket client = client();
    proxy.delay(Duration.ofMillis(200), Duration.ofMillis(200), 7);
    var said = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      say(client, "part " + i + ";");
      said.append("part ").append(i).append(';');
    }

    assertThat(hear(client, said.length())).isEqualTo(said.toString());
    proxy.delay(Duration.ofMillis(100), Duration.ZERO, 7);
    long fixed = System.nanoTime();
    echo(client, "x");
    assertThat(System.nanoTime() - fixed).isGreaterThanOrEqualTo(200_000_000);
  }

  @Test
  void the_same_seed_gives_the_same_delays() {
    var delay = new Delay(Duration.ofMillis(200), Duration.ofMillis(300), 5);
    var one = new Random(9);
    var other = new Random(9);
    for (int i = 0; i < 100; i++) {
      long nanos = delay.nextNanos(one);
      assertThat(nanos).isBetween(0L, 500_000_000L).isEqualTo(delay.nextNanos(other));
    }
  }

  @Test
  void drops_one_direction_silently_and_cuts_what_lost_bytes_when_healed() throws IOException {
    Socket silent = client();
    Socket idle = client();
    echo(silent, "a");
    echo(idle, "a");

    proxy.drop(TO_CLIENT);

    say(silent, "lost");
    assertSilent(silent);
    await().until(() -> proxy.lostBytes() == 4);
    proxy.heal();
    assertCut(silent);
    assertThat(echo(idle, "whole")).isEqualTo("whole");
  }

  @Test
  void loses_the_answer_of_the_request_that_fits_and_of_no_other() throws IOException {
    var lost = proxy.loseNextAnswer(piece -> new String(piece, UTF_8).startsWith("POST"));
    Socket other = client();
    assertThat(echo(other, "GET")).isEqualTo("GET");
    Socket client = client();
    say(client, "POST");

    assertCut(client);
    assertThat(lost).isDone();
    assertThat(echo(other, "POST")).isEqualTo("POST");
  }

  @Test
  void a_server_that_ends_a_connection_ends_it_for_the_client() throws IOException {
    Socket client = client();
    echo(client, "a");
    client.shutdownOutput();

    assertThat(client.getInputStream().read()).isEqualTo(-1);
    await().until(() -> proxy.open() == 0);
  }

  private Socket client() throws IOException {
    return connect(proxy);
  }

  private Socket connect(TcpProxy to) throws IOException {
    var client = new Socket(to.address().getAddress(), to.port());
    client.setSoTimeout(PATIENCE_MILLIS);
    clients.add(client);
    return client;
  }

  private static InetSocketAddress local(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static String echo(Socket client, String text) throws IOException {
    say(client, text);
    return hear(client, text.length());
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(UTF_8));
  }

  private static String hear(Socket client, int length) throws IOException {
    return new String(client.getInputStream().readNBytes(length), UTF_8);
  }

  private static void assertSilent(Socket client) throws IOException {
    client.setSoTimeout(SILENCE_MILLIS);
    assertThatThrownBy(() -> client.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    client.setSoTimeout(PATIENCE_MILLIS);
  }

  /** A reset, not an orderly end. */
  private static void assertCut(Socket client) {
    assertThatThrownBy(() -> client.getInputStream().read())
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(SocketTimeoutException.class);
  }
}
