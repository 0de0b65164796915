package io.rendezvous.calendar.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.rendezvous.calendar.account.Account;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as clients see it; what opens it is never shown. */
record AccountBody(
    String id,
    String provider,
    String label,
    String status,
    @JsonProperty("default") boolean isDefault,
    List<String> scopes,
    Instant createdAt) {
  static AccountBody of(Account account) {
    return new AccountBody(
        account.id().value(),
        account.provider().word(),
        account.label(),
        account.status().word(),
        account.isDefault(),
        account.scopes(),
        account.created());
  }

  /** All accounts of a user; {@code nextCursor} is null, since they are one page. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Page(List<AccountBody> items, @Nullable String nextCursor) {
    static Page of(List<Account> accounts) {
      return new Page(accounts.stream().map(AccountBody::of).toList(), null);
    }
  }
}
