package io.rendezvous.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Remembers who serves a data folder, so that one that outlived its parent can be stopped. */
final class Leftover {
  private static final long STOP_SECONDS = 5;

  private final Path data;
  private final Path pidFile;

  Leftover(Path data) {
    this.data = data;
    this.pidFile = data.resolve("dynamodb-local.pid");
  }

  void remember(long pid) throws IOException {
    Files.writeString(pidFile, Long.toString(pid));
  }

  void forget() throws IOException {
    Files.deleteIfExists(pidFile);
  }

  /** Stops the process that is remembered if it still serves this very folder. */
  void stop() throws IOException {
    if (!Files.exists(pidFile)) {
      return;
    }
    try {
      ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
          .filter(this::isOurs)
          .ifPresent(Leftover::end);
    } catch (NumberFormatException halfWritten) {
      // The machine went down while it was written: then nobody is left over.
    }
    forget();
  }

  /** Process numbers are used again: only the command line tells that it is the same program. */
  private boolean isOurs(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains(ChildMain.SERVER) && line.contains(data.toString()))
        .isPresent();
  }

  private static void end(ProcessHandle process) {
    CompletableFuture<ProcessHandle> ended = process.onExit();
    process.destroy();
    ended
        .completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS)
        .thenAccept(ProcessHandle::destroyForcibly)
        .thenCompose(_ -> ended)
        .join();
  }
}
