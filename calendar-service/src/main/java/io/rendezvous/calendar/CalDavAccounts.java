package io.rendezvous.calendar;

import io.rendezvous.common.id.UserId;

/** Finds what it takes to reach a user's CalDAV account. */
@FunctionalInterface
public interface CalDavAccounts {
  /** NotFound where the user has no such account, Unauthorized where its password was refused. */
  Outcome<CalDavAccount> find(UserId user, AccountId account);
}
