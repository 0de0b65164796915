package io.rendezvous.calendar.http;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.account.Account;
import io.rendezvous.calendar.grant.GoogleConnecting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sends users to Google and takes its answers, which name their user by the state alone. */
@RestController
@RequestMapping("/internal/calendar-accounts/google")
final class GoogleController {
  /** Open to callers without a token. */
  static final String CALLBACK = "/internal/calendar-accounts/google/callback";

  private final GoogleConnecting google;

  GoogleController(GoogleConnecting google) {
    this.google = google;
  }

  @PostMapping("/authorize")
  ResponseEntity<Object> authorize(@AuthenticationPrincipal Jwt token) {
    List<String> missing = google.missing();
    return missing.isEmpty()
        ? ResponseEntity.ok()
            .cacheControl(CacheControl.noStore())
            .body(AuthorizationBody.of(google.authorize(Users.of(token))))
        : notConfigured(missing);
  }

  @GetMapping("/callback")
  ResponseEntity<Object> callback(
      @RequestParam String state, @RequestParam(required = false) @Nullable String code) {
    List<String> missing = google.missing();
    if (!missing.isEmpty()) {
      return notConfigured(missing);
    }
    return switch (google.connect(state, Optional.ofNullable(code))) {
      case Outcome.Done<Account>(Account account) ->
          ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(AccountBody.of(account));
      case Outcome.Failed<Account>(CalendarFailure failure) -> Problems.of(failure).response();
    };
  }

  private static ResponseEntity<Object> notConfigured(List<String> missing) {
    return Problem.of(
            HttpStatus.NOT_IMPLEMENTED,
            "NOT_CONFIGURED",
            "Google is not configured: set " + String.join(", ", missing) + ".")
        .response();
  }
}
