/** REST and streams for clients. */
@NullMarked
package io.rendezvous.gateway;

import org.jspecify.annotations.NullMarked;
