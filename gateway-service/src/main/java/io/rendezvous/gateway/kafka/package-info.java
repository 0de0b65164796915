/** The way to the broker. */
@NullMarked
package io.rendezvous.gateway.kafka;

import org.jspecify.annotations.NullMarked;
