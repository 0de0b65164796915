package io.rendezvous.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Everything that outlives a run, held by one run at a time. */
final class DataFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Takes the folder, made if it is new; the lock goes with the process, however that ends. */
  static DataFolder take(Path path) throws RunFailure {
    try {
      Files.createDirectories(path);
      Path file = path.resolve("lock");
      FileChannel lock =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!isTaken(lock)) {
        throw new RunFailure(heldByAnother(path, lock));
      }
      sayWho(lock);
      return new DataFolder(path, lock);
    } catch (IOException e) {
      throw new RunFailure(
          "Cannot write to the data folder "
              + path
              + " ("
              + reason(e)
              + "); choose another with --data DIR.",
          e);
    }
  }

  Path path() {
    return path;
  }

  Path kafka() {
    return path.resolve("kafka");
  }

  Path dynamoDb() {
    return path.resolve("dynamodb");
  }

  Path streams() {
    return path.resolve("streams");
  }

  Path secrets() {
    return path.resolve("secrets");
  }

  Path logs() {
    return path.resolve("logs");
  }

  Path demoToken() {
    return path.resolve("demo-token");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private static boolean isTaken(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException inThisProcess) {
      return false;
    }
  }

  private static void sayWho(FileChannel lock) throws IOException {
    lock.truncate(0);
    lock.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)),
        0);
  }

  private static String heldByAnother(Path path, FileChannel lock) throws IOException {
    var pid = ByteBuffer.allocate(20);
    try (lock) {
      lock.read(pid, 0);
    }
    String who = new String(pid.array(), 0, pid.position(), StandardCharsets.UTF_8);
    return "Another Rendezvous (process "
        + who
        + ") runs on the data folder "
        + path
        + "; stop it, or choose another folder with --data DIR.";
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException failure when failure.getReason() != null -> failure.getReason();
      case IOException other -> other.toString();
    };
  }
}
