/** Server-sent events that resume where they were cut. */
@NullMarked
package io.rendezvous.gateway.stream;

import org.jspecify.annotations.NullMarked;
