package io.rendezvous.calendar.account;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.common.id.UserId;
import java.time.Instant;

/**
 * An account that is to be looked at.
 *
 * @param at since when
 * @param failures how many looks have failed since the last that did not
 */
public record Due(UserId user, AccountId account, Instant at, int failures) {}
