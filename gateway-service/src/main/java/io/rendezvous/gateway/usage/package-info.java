/** What a user's model calls took. */
@NullMarked
package io.rendezvous.gateway.usage;

import org.jspecify.annotations.NullMarked;
