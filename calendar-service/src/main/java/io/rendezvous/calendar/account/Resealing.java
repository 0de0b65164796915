package io.rendezvous.calendar.account;

/**
 * What came of sealing secrets anew.
 *
 * @param lost how many no key opens: their users must connect them again
 */
record Resealing(int done, int lost) {}
