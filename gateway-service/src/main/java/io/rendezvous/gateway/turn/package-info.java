/** Turns as clients see them. */
@NullMarked
package io.rendezvous.gateway.turn;

import org.jspecify.annotations.NullMarked;
