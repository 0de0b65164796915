package io.rendezvous.calendar.outside;

import io.rendezvous.common.id.TurnId;

/**
 * What is being told: written down before it is said, so that whoever says it again says the same.
 *
 * @param turn names it
 * @param changes as JSON
 * @param next the token to go on with once it is told
 */
record Untold(TurnId turn, String changes, String next) {}
