/** The accounts that users have at calendar providers, and the sealed secrets that open them. */
@NullMarked
package io.rendezvous.calendar.account;

import org.jspecify.annotations.NullMarked;
