/** Judges whether a run kept the product's promises, from what it left behind. */
@NullMarked
package io.rendezvous.systemtest.check;

import org.jspecify.annotations.NullMarked;
