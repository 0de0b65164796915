package io.rendezvous.systemtest.client;

import io.rendezvous.common.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs tokens for users of the tests' own, as the gateway would. */
public final class AccessTokens {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final byte[] key;

  public AccessTokens(byte[] key) {
    this.key = key.clone();
  }

  /** Tokens of the installation that keeps its data there. */
  public static AccessTokens of(Path data) throws IOException {
    return new AccessTokens(
        Base64.getDecoder().decode(Files.readString(data.resolve("secrets/token-key")).strip()));
  }

  public String issue(String user) {
    long now = Instant.now().getEpochSecond();
    String signed =
        part(Map.of("alg", "HS256", "typ", "JWT"))
            + "."
            + part(
                Map.of(
                    "iss",
                    "rendezvous",
                    "aud",
                    "rendezvous-api",
                    "sub",
                    user,
                    "iat",
                    now,
                    "exp",
                    now + 3600));
    return signed + "." + BASE64.encodeToString(mac(signed));
  }

  private static String part(Map<String, Object> content) {
    return BASE64.encodeToString(Json.MAPPER.writeValueAsBytes(content));
  }

  private byte[] mac(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(
          "Expected every JDK to have HmacSHA256, but this one does not", impossible);
    }
  }
}
