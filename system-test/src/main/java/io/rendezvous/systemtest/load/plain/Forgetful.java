package io.rendezvous.systemtest.load.plain;

import io.rendezvous.orchestrator.conversation.Window;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** In memory: gone with the process. */
final class Forgetful implements Memory {
  private final Map<String, Deque<Line>> conversations = new ConcurrentHashMap<>();

  @Override
  public void append(String conversation, Line line) {
    Deque<Line> lines = conversations.computeIfAbsent(conversation, _ -> new ArrayDeque<>());
    synchronized (lines) {
      lines.add(line);
      int size = lines.stream().mapToInt(Line::size).sum();
      while (size > Window.MAX_BYTES) {
        size -= lines.removeFirst().size();
      }
    }
  }

  @Override
  public List<Line> latest(String conversation) {
    Deque<Line> lines = conversations.computeIfAbsent(conversation, _ -> new ArrayDeque<>());
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }
}
