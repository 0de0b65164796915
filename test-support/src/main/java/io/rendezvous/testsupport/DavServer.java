package io.rendezvous.testsupport;

import static org.awaitility.Awaitility.await;

import io.rendezvous.embedded.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
public enum DavServer {
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
    public String home() {
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
    public String home() {
      return "/ana/calendars/";
    }
  };

  /** Her name at every server; each takes any password. */
  public static final String USER = "ana@example.com";

  private static final Map<DavServer, Running> RUNNING = new EnumMap<>(DavServer.class);

  private record Running(int port, Path folder) {}

  private final String program;

  DavServer(String program) {
    this.program = program;
  }

  abstract List<String> command(Path found, Path folder, int port) throws IOException;

  /** Where calendars can be made. */
  public abstract String home();

  /** Where it is; it is started when it is first asked for. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + running().port() + "/");
  }

  /** Where it keeps its data. */
  public Path data() {
    return running().folder().resolve("data");
  }

  private Running running() {
    synchronized (RUNNING) {
      return RUNNING.computeIfAbsent(this, DavServer::start);
    }
  }

  private Running start() {
    try {
      Path folder = Files.createTempDirectory(program);
      int port = FreePorts.next();
      Path log = folder.resolve("log");
      Process server =
          new ProcessBuilder(command(found(), folder, port))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
      await(program).atMost(Duration.ofSeconds(60)).until(() -> answers(port));
      return new Running(port, folder);
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
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
