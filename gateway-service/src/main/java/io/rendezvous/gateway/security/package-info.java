/** Who asks, and what is theirs. */
@NullMarked
package io.rendezvous.gateway.security;

import org.jspecify.annotations.NullMarked;
