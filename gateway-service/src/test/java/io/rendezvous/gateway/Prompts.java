package io.rendezvous.gateway;

import static org.awaitility.Awaitility.await;

import io.rendezvous.common.command.Request.SubmitPrompt;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.UserId;

/** Prompts that gateways have published. */
final class Prompts {
  private Prompts() {}

  /** The user's first prompt, once it was accepted. */
  static SubmitPrompt awaitSubmitted(UserId user) {
    await().until(() -> !Decider.shared().received(user).isEmpty());
    var prompt = (SubmitPrompt) Decider.shared().received(user).getFirst();
    await()
        .until(
            () ->
                Decider.shared().log(prompt.conversation()).stream()
                    .anyMatch(entry -> entry.event() instanceof Event.PromptAccepted));
    return prompt;
  }
}
