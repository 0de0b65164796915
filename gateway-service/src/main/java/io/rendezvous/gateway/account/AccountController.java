package io.rendezvous.gateway.account;

import io.rendezvous.common.wire.Json;
import io.rendezvous.gateway.calendar.CalendarClient;
import io.rendezvous.gateway.security.Caller;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The user's accounts at calendar providers. */
@RestController
@RequestMapping(path = "/api/v1/calendar-accounts", produces = MediaType.APPLICATION_JSON_VALUE)
class AccountController {
  static final String ACCOUNTS = "/internal/calendar-accounts";

  private final CalendarClient service;

  AccountController(CalendarClient accountClient) {
    this.service = accountClient;
  }

  /** Where the user's browser is to be sent, and until when that counts. */
  record Authorization(String authorizationUrl, String expiresAt) {}

  @GetMapping
  ResponseEntity<byte[]> list(Caller caller) {
    return service.get(caller.user(), ACCOUNTS, Map.of(), Map.of());
  }

  @PostMapping("/google/authorize")
  ResponseEntity<Authorization> authorize(Caller caller) {
    var told =
        service.send(
            caller.user(), HttpMethod.POST, ACCOUNTS + "/google/authorize", Map.of(), null);
    JsonNode answer = Json.MAPPER.readTree(Objects.requireNonNull(told.getBody(), "body"));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Authorization(
                answer.path("url").stringValue(), answer.path("expiresAt").stringValue()));
  }

  @PostMapping(path = "/caldav", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> connect(Caller caller, @RequestBody CalDavBody body) {
    return service.send(caller.user(), HttpMethod.POST, ACCOUNTS + "/caldav", Map.of(), body);
  }

  @DeleteMapping("/{account}")
  ResponseEntity<byte[]> disconnect(Caller caller, @PathVariable String account) {
    return service.send(
        caller.user(),
        HttpMethod.DELETE,
        ACCOUNTS + "/{account}",
        Map.of("account", account),
        null);
  }

  @PutMapping("/{account}/default")
  ResponseEntity<byte[]> makeDefault(Caller caller, @PathVariable String account) {
    return service.send(
        caller.user(),
        HttpMethod.PUT,
        ACCOUNTS + "/{account}/default",
        Map.of("account", account),
        null);
  }
}
