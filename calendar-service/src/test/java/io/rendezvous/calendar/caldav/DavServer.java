package io.rendezvous.calendar.caldav;

import static org.awaitility.Awaitility.await;

import io.rendezvous.calendar.CalDavAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real CalDAV servers, each a process with a folder of its own, for as long as this one lives. */
enum DavServer {
  RADICALE("radicale") {
    @Override
    List<String> command(Path program, Path folder, int port) throws IOException {
      Path settings =
          Files.writeString(
              folder.resolve("config"),
              """
              [server]
              hosts = 127.0.0.1:%d
              max_connections = 0
              [auth]
              type = none
              [storage]
              filesystem_folder = %s
              [logging]
              level = warning
              """
                  .formatted(port, folder.resolve("data")));
      return List.of(program.toString(), "--config", settings.toString());
    }

    @Override
    String home() {
      return "/ana%40example.com/";
    }
  },
  XANDIKOS("xandikos") {
    @Override
    List<String> command(Path program, Path folder, int port) {
      return List.of(
          program.toString(),
          "-d",
          folder.resolve("data").toString(),
          "-l",
          "127.0.0.1",
          "-p",
          Integer.toString(port),
          "--defaults",
          "--current-user-principal",
          "/ana/");
    }

    @Override
    String home() {
      return "/ana/calendars/";
    }
  };

  private static final Map<DavServer, Integer> RUNNING = new EnumMap<>(DavServer.class);

  private final String program;

  DavServer(String program) {
    this.program = program;
  }

  abstract List<String> command(Path found, Path folder, int port) throws IOException;

  /** Where calendars can be made. */
  abstract String home();

  /** The account of the only user; the server is started when it is first asked for. */
  CalDavAccount account() {
    synchronized (RUNNING) {
      int port = RUNNING.computeIfAbsent(this, DavServer::start);
      return new CalDavAccount(
          URI.create("http://127.0.0.1:" + port + "/"), "ana@example.com", "pässword: 1");
    }
  }

  private int start() {
    try {
      Path folder = Files.createTempDirectory(program);
      int port = freePort();
      Path log = folder.resolve("log");
      Process server =
          new ProcessBuilder(command(found(), folder, port))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
      await(program).atMost(Duration.ofSeconds(60)).until(() -> answers(port));
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nobody is to believe that something was tested which was not. */
  private Path found() {
    Optional<Path> found =
        Stream.of("/usr/bin", "/usr/local/bin")
            .map(folder -> Path.of(folder, program))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      String missing =
          "NOT TESTED: CalDAV with " + program + ", which is missing: run tools/install-test-parts";
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException(missing);
      }
      System.err.println(missing);
      Assumptions.abort(missing);
    }
    return found.orElseThrow();
  }

  private static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
