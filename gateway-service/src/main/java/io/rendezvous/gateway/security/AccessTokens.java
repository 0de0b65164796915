package io.rendezvous.gateway.security;

import io.rendezvous.common.id.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
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
            new JwtClaimValidator<@Nullable Object>("exp", Objects::nonNull),
            new JwtIssuerValidator(Tokens.ISSUER),
            new JwtClaimValidator<@Nullable List<String>>(
                "aud", audience -> audience != null && audience.contains(TokenIssuer.AUDIENCE)),
            new JwtClaimValidator<@Nullable String>("sub", AccessTokens::isUser));
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(checks));
    return decoder;
  }

  private static boolean isUser(@Nullable String subject) {
    try {
      return subject != null && !new UserId(subject).value().isEmpty();
    } catch (IllegalArgumentException otherForm) {
      return false;
    }
  }
}
