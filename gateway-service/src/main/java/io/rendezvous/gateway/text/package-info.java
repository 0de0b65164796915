/** An event from a sentence, by rules alone. */
@NullMarked
package io.rendezvous.gateway.text;

import org.jspecify.annotations.NullMarked;
