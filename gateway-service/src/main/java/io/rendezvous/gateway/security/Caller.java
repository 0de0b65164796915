package io.rendezvous.gateway.security;

import io.rendezvous.common.id.UserId;
import java.time.Instant;

/** Who asks, by their token alone, and until when that token counts. */
public record Caller(UserId user, Instant until) {}
