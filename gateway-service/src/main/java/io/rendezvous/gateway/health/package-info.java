/** Whether this gateway can serve. */
@NullMarked
package io.rendezvous.gateway.health;

import org.jspecify.annotations.NullMarked;
