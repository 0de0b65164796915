package io.rendezvous.gateway.account;

import io.rendezvous.gateway.calendar.CalendarClient;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import io.rendezvous.gateway.security.OpenPaths;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Takes a browser that comes back from Google, and tells its user what came of it; the state says
 * whose it is. Where access was not granted there is no code, and the state is used up all the
 * same.
 */
@RestController
class CallbackController {
  /** Ours are far shorter, and the state is a key of a table. */
  private static final int LONGEST_STATE = 200;

  private final CalendarClient service;
  private final AccountSettings settings;

  CallbackController(CalendarClient accountClient, AccountSettings settings) {
    this.service = accountClient;
    this.settings = settings;
  }

  @GetMapping(path = OpenPaths.GOOGLE_CALLBACK, produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> callback(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(required = false) @Nullable String code) {
    if (state.isEmpty() || state.length() > LONGEST_STATE) {
      return answer(
          HttpStatus.BAD_REQUEST,
          ProblemCode.VALIDATION_ERROR,
          "Not connected",
          "Nobody here has asked for this.");
    }
    var query = new LinkedHashMap<String, String>();
    query.put("state", state);
    if (code != null) {
      query.put("code", code);
    }
    try {
      service.getUnnamed(AccountController.ACCOUNTS + "/google/callback", query);
      return answer(HttpStatus.OK, null, "Connected", "You can close this page.");
    } catch (Problem problem) {
      return answer(
          problem.code().status(),
          problem.code(),
          "Not connected",
          String.valueOf(problem.getMessage()));
    }
  }

  private ResponseEntity<String> answer(
      HttpStatus status, @Nullable ProblemCode code, String title, String detail) {
    URI app = settings.app();
    if (app != null) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .cacheControl(CacheControl.noStore())
          .location(app(app, code))
          .build();
    }
    return ResponseEntity.status(status)
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .body(page(HtmlUtils.htmlEscape(title), HtmlUtils.htmlEscape(detail)));
  }

  private static String page(String title, String detail) {
    return """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><title>Rendezvous</title></head>
    <body><h1>%s</h1><p>%s</p></body>
    </html>
    """
        .formatted(title, detail);
  }

  private static URI app(URI app, @Nullable ProblemCode code) {
    String told = code == null ? "connected" : code.name().toLowerCase(Locale.ROOT);
    return UriComponentsBuilder.fromUri(app).queryParam("calendar", told).build().toUri();
  }
}
