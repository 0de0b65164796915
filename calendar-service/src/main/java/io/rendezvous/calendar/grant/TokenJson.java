package io.rendezvous.calendar.grant;

import io.rendezvous.common.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what a token endpoint answers (RFC 6749, sections 5.1 and 5.2). */
final class TokenJson {
  private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");
  private static final Duration DEFAULT_LIFE = Duration.ofMinutes(5);

  private TokenJson() {}

  static TokenAnswer read(int status, String body) {
    try {
      JsonNode json = Json.MAPPER.readTree(body);
      String accessToken = text(json, "access_token");
      return status == 200 && accessToken != null
          ? granted(json, accessToken)
          : new TokenAnswer.Refused(error(text(json, "error")));
    } catch (JacksonException notJson) {
      return new TokenAnswer.Refused("unknown");
    }
  }

  private static TokenAnswer granted(JsonNode json, String accessToken) {
    JsonNode life = json.get("expires_in");
    String scope = text(json, "scope");
    return new TokenAnswer.Granted(
        accessToken,
        life == null || !life.canConvertToLong() ? DEFAULT_LIFE : Duration.ofSeconds(life.asLong()),
        text(json, "refresh_token"),
        scope == null ? List.of() : List.of(scope.split(" ")),
        text(json, "id_token"));
  }

  /** Anything else is not written to the log. */
  private static String error(@Nullable String error) {
    return error != null && ERROR.matcher(error).matches() ? error : "unknown";
  }

  private static @Nullable String text(JsonNode json, String field) {
    JsonNode value = json.get(field);
    return value == null || !value.isString() ? null : value.asString();
  }
}
