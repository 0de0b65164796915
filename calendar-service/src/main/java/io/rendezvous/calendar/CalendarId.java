package io.rendezvous.calendar;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Names one calendar of one user; names are unique within a user's calendars only.
 *
 * @param name {@code personal}, or an account's id, a dot and the provider's own id of the calendar
 *     in base64url; it holds no slash, so it can be part of a path
 */
public record CalendarId(UserId owner, String name) {
  /** The embedded calendar that every user has. */
  public static final String PERSONAL = "personal";

  public CalendarId {
    requireNonNull(owner, "owner");
    requireNonNull(name, "name");
  }

  public static CalendarId personal(UserId owner) {
    return new CalendarId(owner, PERSONAL);
  }

  /**
   * A calendar of an account.
   *
   * @param remote the provider's own id of it
   */
  public static CalendarId of(UserId owner, AccountId account, String remote) {
    byte[] bytes = remote.getBytes(StandardCharsets.UTF_8);
    return new CalendarId(
        owner, account + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Names it in the log, where a provider's own id would tell whose it is. */
  @JsonIgnore
  public String mark() {
    return account()
        .map(account -> account + "." + Ids.derive(owner.value(), name))
        .orElse(PERSONAL);
  }

  /** The account that it belongs to; empty for a calendar of our own or a name that is none. */
  @JsonIgnore
  public Optional<AccountId> account() {
    int dot = name.indexOf('.');
    return dot > 0 && AccountId.isOne(name.substring(0, dot))
        ? Optional.of(new AccountId(name.substring(0, dot)))
        : Optional.empty();
  }

  /** The provider's own id of it; empty for a calendar of our own or a name that is none. */
  @JsonIgnore
  public Optional<String> remote() {
    if (account().isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(name.substring(name.indexOf('.') + 1));
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notOfOurs) {
      return Optional.empty();
    }
  }
}
