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
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import io.rendezvous.gateway.security.Ownership;
import io.rendezvous.gateway.tail.Entry;
import io.rendezvous.gateway.tail.Following;
import io.rendezvous.gateway.tail.Tail;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Takes prompts in: each once, however often it is sent. */
final class Prompts {
  private final Tail tail;
  private final Repeats repeats;
  private final Submissions submissions;
  private final OwnerMarks marks;
  private final Ownership ownership;
  private final Vault vault;
  private final JsonMapper json;
  private final UserPreferences preferences;
  private final Budgets budgets;
  private final PromptSettings settings;

  Prompts(
      Tail tail,
      Repeats repeats,
      Submissions submissions,
      OwnerMarks marks,
      Ownership ownership,
      Vault vault,
      JsonMapper json,
      UserPreferences preferences,
      Budgets budgets,
      PromptSettings settings) {
    this.tail = tail;
    this.repeats = repeats;
    this.submissions = submissions;
    this.marks = marks;
    this.ownership = ownership;
    this.vault = vault;
    this.json = json;
    this.preferences = preferences;
    this.budgets = budgets;
    this.settings = settings;
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
    try (var following = tail.follow(conversation)) {
      String digest = vault.digest(user, prompt.canonical(json));
      var verdicts = new Verdicts(turn, digest, following.last(), settings.retryAfter());
      long known = verdicts.accepted(known(following, turn, key));
      if (known == 0) {
        requireRoom(user);
        var command = command(user, turn, prompt, digest);
        known = submissions.submit(command, traceparent, () -> awaitVerdict(following, verdicts));
      }
      return new Submission(turn, verdicts, known);
    }
  }

  /** A key that was just made is no repeat: then no table needs to be asked. */
  private List<Entry> known(Following following, TurnId turn, IdempotencyKey key) {
    return key.given() ? repeats.known(following, turn) : List.of();
  }

  private void requireRoom(UserId user) {
    if (tail.turnsInFlight(user) + submissions.underWay(user) >= settings.maxTurnsInFlight()) {
      throw Problem.of(ProblemCode.TOO_MANY_TURNS, "Wait until turns have ended.")
          .retryAfter(settings.retryAfter());
    }
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

  private long awaitVerdict(Following following, Verdicts verdicts) {
    long deadline = System.nanoTime() + settings.answerWait().toNanos();
    while (true) {
      long version = following.version();
      long accepted = verdicts.accepted(following.entries());
      long left = deadline - System.nanoTime();
      if (accepted > 0 || left <= 0 || following.closing()) {
        return accepted;
      }
      try {
        following.await(version, Duration.ofNanos(left));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return 0;
      }
    }
  }
}
