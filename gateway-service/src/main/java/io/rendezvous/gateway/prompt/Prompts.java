package io.rendezvous.gateway.prompt;

import static java.util.Objects.requireNonNullElse;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.Request.SubmitPrompt;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.gateway.budget.Budgets;
import io.rendezvous.gateway.kafka.IdempotencyKey;
import io.rendezvous.gateway.preferences.UserPreferences;
import io.rendezvous.gateway.security.Ownership;
import io.rendezvous.gateway.submission.Submission;
import io.rendezvous.gateway.submission.Submissions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Takes prompts in: each once, however often it is sent. */
final class Prompts {
  private final Submissions submissions;
  private final OwnerMarks marks;
  private final Ownership ownership;
  private final Vault vault;
  private final JsonMapper json;
  private final UserPreferences preferences;
  private final Budgets budgets;

  Prompts(
      Submissions submissions,
      OwnerMarks marks,
      Ownership ownership,
      Vault vault,
      JsonMapper json,
      UserPreferences preferences,
      Budgets budgets) {
    this.submissions = submissions;
    this.marks = marks;
    this.ownership = ownership;
    this.vault = vault;
    this.json = json;
    this.preferences = preferences;
    this.budgets = budgets;
  }

  /** The turn that this prompt is, and what becomes of it. */
  Submission submit(
      UserId user,
      Prompt prompt,
      @Nullable String conversationId,
      IdempotencyKey key,
      @Nullable String traceparent) {
    ConversationId conversation =
        conversationId == null
            ? marks.mint(user, "prompt:" + key.value())
            : ownership.conversation(user, conversationId);
    var turn = TurnId.of(conversation, key.value());
    return submissions.submit(
        user,
        turn,
        key,
        () -> vault.digest(user, prompt.canonical(json)),
        digest -> command(user, turn, prompt, digest),
        traceparent);
  }

  private SubmitPrompt command(UserId user, TurnId turn, Prompt prompt, String digest) {
    String audio = prompt.audioUrl();
    var chosen = preferences.of(user);
    Preferences bounded = budgets.bound(chosen.preferences().with(prompt.parameters()));
    budgets.requireSomeLeft(user, bounded);
    return new SubmitPrompt(
        user,
        turn,
        vault.seal(user, prompt.text()),
        audio == null ? null : vault.seal(user, audio),
        digest,
        requireNonNullElse(prompt.policy(), chosen.policy()),
        bounded);
  }
}
