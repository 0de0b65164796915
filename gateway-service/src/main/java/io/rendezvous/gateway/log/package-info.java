/** Reading the log: the tables as far as they reach, then the tail. */
@NullMarked
package io.rendezvous.gateway.log;

import org.jspecify.annotations.NullMarked;
