package io.rendezvous.gateway.security;

import io.rendezvous.common.id.UserId;
import java.time.Duration;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Which access tokens are accepted: HS256 by our key alone, for us, in time, for a user. */
final class AccessTokens {
  /** Clocks may be this far apart. */
  private static final Duration LEEWAY = Duration.ofSeconds(60);

  private AccessTokens() {}

  static JwtDecoder decoder(byte[] key) {
    var decoder =
        NimbusJwtDecoder.withSecretKey(new SecretKeySpec(key, "HmacSHA256"))
            .macAlgorithm(MacAlgorithm.HS256)
            .build();
    List<OAuth2TokenValidator<Jwt>> checks =
        List.of(
            new JwtTimestampValidator(LEEWAY),
            new JwtIssuerValidator(Tokens.ISSUER),
            AccessTokens::forUsOfAUser);
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(checks));
    return decoder;
  }

  private static OAuth2TokenValidatorResult forUsOfAUser(Jwt token) {
    List<String> audience = token.getAudience();
    boolean ours =
        token.getExpiresAt() != null
            && audience != null
            && audience.contains(TokenIssuer.AUDIENCE)
            && isUser(token.getSubject());
    return ours
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN));
  }

  private static boolean isUser(@Nullable String subject) {
    try {
      return subject != null && !new UserId(subject).value().isEmpty();
    } catch (IllegalArgumentException otherForm) {
      return false;
    }
  }
}
