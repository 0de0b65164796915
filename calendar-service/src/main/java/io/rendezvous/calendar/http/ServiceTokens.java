package io.rendezvous.calendar.http;

import static java.util.Objects.requireNonNullElse;

import io.rendezvous.common.id.UserId;
import java.time.Duration;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Reads the short-lived tokens with which the gateway names a user to this service. */
final class ServiceTokens {
  private static final String AUDIENCE = "calendar-service";

  /** How far the clocks of two machines may differ. */
  private static final Duration LEEWAY = Duration.ofSeconds(60);

  private ServiceTokens() {}

  static JwtDecoder decoder(byte[] key) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withSecretKey(new SecretKeySpec(key, "HmacSHA256"))
            .macAlgorithm(MacAlgorithm.HS256)
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(LEEWAY), ServiceTokens::claims));
    return decoder;
  }

  /** The validator of times lets a token pass that never expires. */
  private static OAuth2TokenValidatorResult claims(Jwt token) {
    List<String> audience = requireNonNullElse(token.getAudience(), List.of());
    return token.getExpiresAt() != null && audience.contains(AUDIENCE) && isUser(token.getSubject())
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN));
  }

  private static boolean isUser(@Nullable String subject) {
    if (subject == null) {
      return false;
    }
    try {
      return !new UserId(subject).value().isEmpty();
    } catch (IllegalArgumentException noUserId) {
      return false;
    }
  }
}
