/** The HTTP server beneath: its connections, and what it answers by itself. */
@NullMarked
package io.rendezvous.gateway.server;

import org.jspecify.annotations.NullMarked;
