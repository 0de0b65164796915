package io.rendezvous.systemtest.load.plain;

import io.rendezvous.common.wire.Json;
import io.rendezvous.orchestrator.conversation.Window;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** In SQLite with a write-ahead log and a full sync for each commit, and a commit for each line. */
final class SqliteMemory implements Memory {
  private final Connection connection;

  /** SQLite has one writer at a time anyway. */
  private final ReentrantLock lock = new ReentrantLock();

  SqliteMemory(Path file) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS line (conversation TEXT NOT NULL, position INTEGER NOT NULL,"
              + " content TEXT NOT NULL, PRIMARY KEY (conversation, position)) WITHOUT ROWID");
    }
  }

  @Override
  public void append(String conversation, Line line) {
    String content = Json.MAPPER.writeValueAsString(line);
    lock.lock();
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO line SELECT ?1, coalesce(max(position), 0) + 1, ?2 FROM line WHERE"
                + " conversation = ?1")) {
      insert.setString(1, conversation);
      insert.setString(2, content);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Expected to keep a line, but could not", e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Line> latest(String conversation) {
    var lines = new ArrayDeque<Line>();
    lock.lock();
    try (var select =
        connection.prepareStatement(
            "SELECT content FROM line WHERE conversation = ?1 ORDER BY position DESC")) {
      select.setString(1, conversation);
      int size = 0;
      try (var rows = select.executeQuery()) {
        while (size < Window.MAX_BYTES && rows.next()) {
          Line line = Json.MAPPER.readValue(rows.getString(1), Line.class);
          size += line.size();
          lines.addFirst(line);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Expected to read lines, but could not", e);
    } finally {
      lock.unlock();
    }
    return List.copyOf(lines);
  }
}
