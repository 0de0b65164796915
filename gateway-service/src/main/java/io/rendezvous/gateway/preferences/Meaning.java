package io.rendezvous.gateway.preferences;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;

/** What a user's choice means for a prompt; the policy holds where the prompt names none. */
public record Meaning(Preferences preferences, PromptPolicy policy) {}
