/** Reads the records of {@code history} so that nothing they hold is lost. */
@NullMarked
package io.rendezvous.history.log;

import org.jspecify.annotations.NullMarked;
