package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.common.model.ChatMessage.AssistantSaid;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.model.ChatMessage.TurnUndone;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.orchestrator.prompt.Templates;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 over all that a model is shown, texts by their keyed digests: sealed text need not be
 * opened.
 */
final class RequestDigest {
  private final MessageDigest sha256;

  private RequestDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(
          "Expected every JDK to have SHA-256, but this one does not", impossible);
    }
  }

  static String of(
      Instant askedAt,
      Preferences preferences,
      @Nullable Personal systemPrompt,
      @Nullable Personal summary,
      List<ChatMessage> messages) {
    var digest = new RequestDigest();
    digest.add(askedAt.toString());
    digest.add(preferences);
    digest.add(ToolCatalogue.HASH);
    digest.add(Templates.HASH);
    digest.add(systemPrompt);
    digest.add(summary);
    messages.forEach(digest::add);
    return HexFormat.of().formatHex(digest.sha256.digest());
  }

  private void add(Preferences preferences) {
    add(preferences.language().toLanguageTag());
    add(preferences.timeZone().getId());
    add(preferences.dayStart() + " " + preferences.dayEnd() + " " + preferences.meetingMinutes());
    add(preferences.model() + " " + preferences.parameters() + " " + preferences.tools());
    add(preferences.systemPrompt());
    add(preferences.goals());
  }

  private void add(ChatMessage message) {
    switch (message) {
      case UserSaid(var turn, var text) -> {
        add("user " + turn);
        add(text);
      }
      case AssistantSaid(var turn, var round, var text, var calls, _) -> {
        add("assistant " + turn + " " + round + " " + calls.size());
        add(text);
        for (var call : calls) {
          add(call.name());
          add(call.arguments());
        }
      }
      case ToolAnswered(var call, var name, var result, var failure, _) -> {
        add("tool " + call + " " + name + " " + failure);
        add(result);
      }
      case TurnUndone(var call, var result, var failure, _) -> {
        add("undone " + call + " " + failure);
        add(result);
      }
    }
  }

  private void add(@Nullable Personal text) {
    add(text == null ? "" : text.digest());
  }

  /** The end mark keeps two parts from reading as one. */
  private void add(String part) {
    sha256.update(part.getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) 0);
  }
}
