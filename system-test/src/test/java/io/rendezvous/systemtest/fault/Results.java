package io.rendezvous.systemtest.fault;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.rendezvous.common.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of all runs since the last {@code mvn clean}, so that a row may be repeated alone;
 * several processes add to them at once.
 */
final class Results {
  private static final Path FOLDER = Path.of("target").toAbsolutePath();

  private final Path runs;
  private final Path table;
  private final Path lock;

  Results(Path folder) {
    this.runs = folder.resolve("faults.jsonl");
    this.table = folder.resolve("faults.md");
    this.lock = folder.resolve("faults.lock");
  }

  /** Keeps it, and writes the table anew: a run that is broken off loses nothing. */
  static void add(Result result) {
    new Results(FOLDER).add(result, FaultSettings.read().page());
  }

  /** The same, and the page too where there is one to write. */
  void add(Result result, @Nullable Path page) {
    // A lock of a file is a process's, and not a thread's.
    synchronized (Results.class) {
      try (var channel = FileChannel.open(lock, CREATE, WRITE);
          var _ = channel.lock()) {
        Files.writeString(runs, Json.MAPPER.writeValueAsString(result) + "\n", CREATE, APPEND);
        List<Result> all = all();
        Files.writeString(table, new ResultTable(all).toString());
        if (page != null) {
          Files.writeString(page, new ResultPage(all).toString());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  List<Result> all() {
    try {
      return Files.exists(runs)
          ? Files.readAllLines(runs).stream()
              .map(line -> Json.MAPPER.readValue(line, Result.class))
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
