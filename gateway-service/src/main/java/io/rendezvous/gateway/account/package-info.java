/** Accounts at calendar providers: connected, listed, given up; the calendar service keeps them. */
@NullMarked
package io.rendezvous.gateway.account;

import org.jspecify.annotations.NullMarked;
