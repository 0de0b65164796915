package io.rendezvous.common.personal;

import static java.util.Objects.requireNonNull;

/**
 * Somebody's text, sealed: what it says is known to its user's key alone, how long it is and
 * whether it equals another is known to all.
 *
 * @param sealed the ciphertext, base64
 * @param characters the length of the text in UTF-16 units
 * @param digest a digest keyed per user: equal for equal texts of one user
 */
public record Personal(String sealed, int characters, String digest) {
  public Personal {
    requireNonNull(sealed, "sealed");
    requireNonNull(digest, "digest");
  }

  /** How much of a record's limit this takes, in bytes. */
  public int size() {
    return sealed.length() + digest.length() + 48;
  }
}
