/** Decides what happens next in a conversation and drives the model. */
@NullMarked
package io.rendezvous.orchestrator;

import org.jspecify.annotations.NullMarked;
