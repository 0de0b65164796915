package io.rendezvous.gateway.prompt;

import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.gateway.preferences.ParameterRules;
import io.rendezvous.gateway.problem.FieldError;
import io.rendezvous.gateway.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a prompt must be to be taken. */
final class PromptRules {
  private final int maxCharacters;
  private final AudioUrls audioUrls;

  PromptRules(PromptSettings settings) {
    this.maxCharacters = settings.maxCharacters();
    this.audioUrls = new AudioUrls(settings.audioHosts());
  }

  /**
   * The prompt that is meant.
   *
   * @throws Problem 400 that names every field that is not valid
   */
  Prompt check(PromptBody body) {
    var errors = new ArrayList<FieldError>();
    String text = body.text() == null ? "" : body.text();
    if (text.isBlank()) {
      errors.add(new FieldError("text", "must not be blank"));
    } else if (text.codePointCount(0, text.length()) > maxCharacters) {
      errors.add(new FieldError("text", "must have at most " + maxCharacters + " characters"));
    }
    String audio = body.audioUrl();
    if (audio != null && !audioUrls.allows(audio)) {
      errors.add(new FieldError("audioUrl", "must be an https URL on an allowed host"));
    }
    PromptPolicy policy = policy(body.policy(), errors);
    ModelParameters parameters = ParameterRules.check(body.parameters(), errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return new Prompt(text, audio, policy, parameters);
  }

  private static @Nullable PromptPolicy policy(@Nullable String policy, List<FieldError> errors) {
    return switch (policy) {
      case null -> null;
      case "enqueue" -> PromptPolicy.ENQUEUE;
      case "reject" -> PromptPolicy.REJECT;
      case "interrupt" -> PromptPolicy.INTERRUPT;
      case "steer" -> PromptPolicy.STEER;
      case "rollback" -> PromptPolicy.ROLLBACK;
      default -> {
        errors.add(
            new FieldError("policy", "must be enqueue, reject, interrupt, steer or rollback"));
        yield null;
      }
    };
  }
}
