/** Prompts come in. */
@NullMarked
package io.rendezvous.gateway.prompt;

import org.jspecify.annotations.NullMarked;
