package io.rendezvous.calendar.grant;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Google answered to a request for tokens, or for their end. */
sealed interface TokenAnswer {
  /**
   * It gave some.
   *
   * @param refreshToken null where the old one stays
   * @param idToken tells whose account it is; null where that was not asked for
   */
  record Granted(
      String accessToken,
      Duration life,
      @Nullable String refreshToken,
      List<String> scopes,
      @Nullable String idToken)
      implements TokenAnswer {
    public Granted {
      scopes = List.copyOf(scopes);
    }

    @Override
    public String toString() {
      return "Granted[not shown]";
    }
  }

  /** The end of a token is done. */
  record Ended() implements TokenAnswer {}

  /** It does not, and will not; the error is one of RFC 6749 or {@code unknown}. */
  record Refused(String error) implements TokenAnswer {}

  /** It cannot be asked now. */
  record Away(Duration retryAfter) implements TokenAnswer {}
}
