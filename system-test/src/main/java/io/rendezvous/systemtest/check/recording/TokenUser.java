package io.rendezvous.systemtest.check.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rendezvous.common.id.UserId;
import io.rendezvous.common.wire.Json;
import java.util.Base64;

/** Whose an access token is. */
final class TokenUser {
  private TokenUser() {}

  static UserId of(String token) {
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first < 0 || second < 0) {
      throw new IllegalArgumentException("Expected a signed token, but found another form");
    }
    String claims =
        new String(Base64.getUrlDecoder().decode(token.substring(first + 1, second)), UTF_8);
    return new UserId(Json.MAPPER.readTree(claims).path("sub").asString(""));
  }
}
