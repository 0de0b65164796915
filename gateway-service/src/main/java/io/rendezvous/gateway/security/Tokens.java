package io.rendezvous.gateway.security;

import io.rendezvous.common.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Signs tokens for one audience. */
final class Tokens {
  static final String ISSUER = "rendezvous";

  private final JwtEncoder encoder;
  private final String audience;
  private final InstantSource clock;

  Tokens(byte[] key, String audience, InstantSource clock) {
    this.encoder = NimbusJwtEncoder.withSecretKey(new SecretKeySpec(key, "HmacSHA256")).build();
    this.audience = audience;
    this.clock = clock;
  }

  String issue(UserId user, Duration lifetime) {
    Instant now = clock.instant();
    var claims =
        JwtClaimsSet.builder()
            .issuer(ISSUER)
            .audience(List.of(audience))
            .subject(user.value())
            .issuedAt(now)
            .expiresAt(now.plus(lifetime))
            .build();
    var header = JwsHeader.with(MacAlgorithm.HS256).type("JWT").build();
    return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }
}
