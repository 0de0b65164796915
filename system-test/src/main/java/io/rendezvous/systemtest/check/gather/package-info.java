/** Gathers what a run left behind, once the ends of its logs have provably been reached. */
@NullMarked
package io.rendezvous.systemtest.check.gather;

import org.jspecify.annotations.NullMarked;
