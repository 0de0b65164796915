/** What goes wrong, told as RFC 9457 wants it. */
@NullMarked
package io.rendezvous.gateway.problem;

import org.jspecify.annotations.NullMarked;
