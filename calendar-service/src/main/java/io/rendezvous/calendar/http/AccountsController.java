package io.rendezvous.calendar.http;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.account.Account;
import io.rendezvous.calendar.account.Accounts;
import io.rendezvous.calendar.account.CalDavConnecting;
import io.rendezvous.calendar.grant.Disconnecting;
import io.rendezvous.calendar.http.Problem.FieldProblem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The calendar accounts of the user whom the token names. */
@RestController
@RequestMapping("/internal/calendar-accounts")
final class AccountsController {
  private final Accounts accounts;
  private final CalDavConnecting caldav;
  private final Disconnecting disconnecting;

  AccountsController(Accounts accounts, CalDavConnecting caldav, Disconnecting disconnecting) {
    this.accounts = accounts;
    this.caldav = caldav;
    this.disconnecting = disconnecting;
  }

  @GetMapping
  AccountBody.Page list(@AuthenticationPrincipal Jwt token) {
    return AccountBody.Page.of(accounts.of(Users.of(token)));
  }

  @PostMapping("/caldav")
  ResponseEntity<Object> connect(@AuthenticationPrincipal Jwt token, @RequestBody CalDavBody body) {
    String url = body.url();
    String username = body.username();
    String password = body.password();
    if (url == null || username == null || password == null) {
      return Problem.invalid(lacking(body)).response();
    }
    return answer(
        caldav.connect(Users.of(token), url, username, password),
        account -> ResponseEntity.status(HttpStatus.CREATED).body(AccountBody.of(account)));
  }

  @DeleteMapping("/{accountId}")
  ResponseEntity<Object> disconnect(
      @AuthenticationPrincipal Jwt token, @PathVariable String accountId) {
    return AccountId.isOne(accountId)
        ? answer(
            disconnecting.disconnect(Users.of(token), new AccountId(accountId)),
            (Account _) -> ResponseEntity.noContent().build())
        : noAccount();
  }

  /** The account {@code personal} is that of the calendar of our own. */
  @PutMapping("/{accountId}/default")
  ResponseEntity<Object> makeDefault(
      @AuthenticationPrincipal Jwt token, @PathVariable String accountId) {
    boolean own = accountId.equals(CalendarId.PERSONAL);
    return own || AccountId.isOne(accountId)
        ? answer(
            accounts.makeDefault(
                Users.of(token), own ? Optional.empty() : Optional.of(new AccountId(accountId))),
            (Boolean _) -> ResponseEntity.noContent().build())
        : noAccount();
  }

  private static <T> ResponseEntity<Object> answer(
      Outcome<T> outcome, Function<T, ResponseEntity<Object>> done) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> done.apply(value);
      case Outcome.Failed<T>(CalendarFailure.NotFound _) -> noAccount();
      case Outcome.Failed<T>(CalendarFailure failure) -> Problems.of(failure).response();
    };
  }

  private static ResponseEntity<Object> noAccount() {
    return Problem.of(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is no such calendar account.")
        .response();
  }

  private static List<FieldProblem> lacking(CalDavBody body) {
    return Stream.of(
            lacking("url", body.url()),
            lacking("username", body.username()),
            lacking("password", body.password()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<FieldProblem> lacking(String field, @Nullable String value) {
    return value == null ? Optional.of(new FieldProblem(field, "must be given")) : Optional.empty();
  }
}
