/** Asks models: the port, and the worker that drives it. */
@NullMarked
package io.rendezvous.orchestrator.model;

import org.jspecify.annotations.NullMarked;
