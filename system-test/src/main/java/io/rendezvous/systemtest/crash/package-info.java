/** Halts or holds another process at a named place; the agent of {@code crash-points} obeys. */
@NullMarked
package io.rendezvous.systemtest.crash;

import org.jspecify.annotations.NullMarked;
