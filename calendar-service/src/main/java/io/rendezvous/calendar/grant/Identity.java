package io.rendezvous.calendar.grant;

import io.rendezvous.common.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Whose account it is.
 *
 * @param subject Google's own name for it, which stays when the address changes
 */
record Identity(String subject, String email) {
  private static final Set<String> ISSUERS =
      Set.of("https://accounts.google.com", "accounts.google.com");

  /**
   * Reads an ID token that came from the token endpoint itself: its connection vouches for it, so
   * its signature need not be checked (OpenID Connect Core 1.0, section 3.1.3.7).
   */
  static Optional<Identity> of(@Nullable String idToken, @Nullable String clientId) {
    if (idToken == null) {
      return Optional.empty();
    }
    String[] parts = idToken.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
      return of(Json.MAPPER.readTree(new String(claims, StandardCharsets.UTF_8)), clientId);
    } catch (IllegalArgumentException | JacksonException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Identity> of(JsonNode claims, @Nullable String clientId) {
    String subject = claims.path("sub").asString("");
    String email = claims.path("email").asString("");
    boolean ours =
        claims.path("aud").asString("").equals(clientId)
            && ISSUERS.contains(claims.path("iss").asString(""));
    return ours && !subject.isEmpty() && !email.isEmpty()
        ? Optional.of(new Identity(subject, email))
        : Optional.empty();
  }
}
