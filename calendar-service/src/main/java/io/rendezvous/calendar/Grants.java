package io.rendezvous.calendar;

import io.rendezvous.common.id.UserId;

/** Gives out what lets a user's account be used, where a provider grants access by tokens. */
public interface Grants {
  /**
   * A token that is not known to have expired.
   *
   * @return NotFound for an account that is not there, Unauthorized where the grant is gone,
   *     Unavailable where a new token cannot be had now
   */
  Outcome<String> accessToken(UserId user, AccountId account);

  /** As the other, after the provider refused this one. */
  Outcome<String> renewed(UserId user, AccountId account, String refused);
}
