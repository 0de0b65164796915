/** The agent's entry, alone: all else of this jar is loaded by the boot class loader. */
@NullMarked
package io.rendezvous.crashpoints;

import org.jspecify.annotations.NullMarked;
