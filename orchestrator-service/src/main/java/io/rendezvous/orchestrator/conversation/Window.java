package io.rendezvous.orchestrator.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.common.model.ChatMessage.AssistantSaid;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import io.rendezvous.common.model.ToolRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The recent messages of a conversation, numbered as they came; the oldest go when there is no more
 * room.
 *
 * @param next the number of the next message
 * @param bytes the size of all messages
 */
public record Window(List<Entry> entries, long next, @JsonIgnore int bytes) {
  /** Part of what a log means: another bound would rebuild other requests from the same events. */
  public static final int MAX_BYTES = 64 * 1024;

  static final Window EMPTY = new Window(List.of(), 0, 0);

  /** A message and its number. */
  public record Entry(long number, ChatMessage message) {}

  public Window {
    entries = List.copyOf(entries);
  }

  /** A window of these messages: where it is put together again from what was stored. */
  @JsonCreator
  public static Window of(
      @JsonProperty("entries") List<Entry> entries, @JsonProperty("next") long next) {
    int bytes = entries.stream().mapToInt(entry -> entry.message().size()).sum();
    return new Window(entries, next, bytes);
  }

  List<ChatMessage> messages() {
    return entries.stream().map(Entry::message).toList();
  }

  /** With this message; it, its turn's prompt and that of the turn that runs always stay. */
  Window with(ChatMessage message, @Nullable TurnId running) {
    var kept = new ArrayList<>(entries);
    kept.add(new Entry(next, message));
    int size = bytes + message.size();
    for (int i = 0; size > MAX_BYTES && i < kept.size() - 1; ) {
      if (isPromptOf(message.turn(), kept.get(i).message())
          || isPromptOf(running, kept.get(i).message())) {
        i++;
      } else {
        size -= kept.remove(i).message().size();
      }
    }
    return new Window(kept, next + 1, size);
  }

  /** The call as the model made it; empty where that has left the window. */
  Optional<ToolRequest> request(CallId call) {
    for (Entry entry : entries.reversed()) {
      if (entry.message() instanceof AssistantSaid said && said.callIds().contains(call)) {
        return Optional.of(said.calls().get(said.callIds().indexOf(call)));
      }
    }
    return Optional.empty();
  }

  /** Without the messages up to this number. */
  Window after(long number) {
    return of(entries.stream().filter(entry -> entry.number() > number).toList(), next);
  }

  /** Whether a message up to this number holds text that other people wrote. */
  boolean isForeign(long number) {
    return entries.stream()
        .anyMatch(entry -> entry.number() <= number && entry.message().foreign());
  }

  private static boolean isPromptOf(@Nullable TurnId turn, ChatMessage message) {
    return message instanceof UserSaid prompt && prompt.turn().equals(turn);
  }
}
