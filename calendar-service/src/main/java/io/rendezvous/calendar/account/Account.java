package io.rendezvous.calendar.account;

import static java.util.Objects.requireNonNull;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.common.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * An account of a user at a provider, without what opens it.
 *
 * @param label by which its user knows it: an e-mail address, or a name and a server
 * @param isDefault whether its calendars come first
 * @param scopes what was granted, where the provider grants scopes
 */
public record Account(
    UserId user,
    AccountId id,
    Provider provider,
    String label,
    Status status,
    boolean isDefault,
    List<String> scopes,
    Instant created) {
  public Account {
    requireNonNull(user, "user");
    requireNonNull(id, "id");
    requireNonNull(provider, "provider");
    requireNonNull(label, "label");
    requireNonNull(status, "status");
    requireNonNull(created, "created");
    scopes = List.copyOf(scopes);
  }

  /** Without the label, which is personal. */
  @Override
  public String toString() {
    return "Account[" + id + " of " + user + " at " + provider + "]";
  }

  /** Whether it can be used. */
  public enum Status {
    CONNECTED,
    /** Its grant is gone, or what opens it cannot be read any more: its user must connect again. */
    RECONNECT_NEEDED;

    /** As clients and tables know it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Status of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
