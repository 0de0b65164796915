/** A model with OpenAI's wire in a process of its own, made for load and for faults. */
@NullMarked
package io.rendezvous.systemtest.scripted;

import org.jspecify.annotations.NullMarked;
