/** A client of the gateway, over HTTP as any other. */
@NullMarked
package io.rendezvous.systemtest.client;

import org.jspecify.annotations.NullMarked;
