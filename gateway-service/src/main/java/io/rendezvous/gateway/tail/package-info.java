/** The newest part of the log, in memory, for those who wait on it. */
@NullMarked
package io.rendezvous.gateway.tail;

import org.jspecify.annotations.NullMarked;
