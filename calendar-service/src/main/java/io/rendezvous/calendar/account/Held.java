package io.rendezvous.calendar.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as it was read, with what opens it.
 *
 * @param secret null where no key opens it any more
 * @param version another one whenever the secret is another
 * @param retryAt before then nothing is asked of the provider for a new secret
 */
public record Held(Account account, @Nullable Secret secret, String version, Instant retryAt) {}
