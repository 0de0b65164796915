package io.rendezvous.gateway.message;

import io.rendezvous.common.id.TurnId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was said, by the user or the assistant; or, on request, what a tool was asked and
 * answered.
 */
public record MessageView(
    String id,
    TurnId turnId,
    Role role,
    @Nullable String text,
    @Nullable String audioUrl,
    @Nullable String name,
    @Nullable Object arguments,
    @Nullable Boolean ok,
    @Nullable String summary,
    Instant createdAt) {

  /** Who said it. */
  public enum Role {
    USER,
    ASSISTANT,
    TOOL
  }

  static MessageView said(
      String id,
      TurnId turn,
      Role role,
      String text,
      @Nullable String audioUrl,
      Instant createdAt) {
    return new MessageView(id, turn, role, text, audioUrl, null, null, null, null, createdAt);
  }
}
