/** How Google lets us use an account: asking its user, keeping the grant alive, giving it back. */
@NullMarked
package io.rendezvous.calendar.grant;

import org.jspecify.annotations.NullMarked;
