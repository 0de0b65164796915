/** Clients that record all that they send and see, and that do not give up when a service does. */
@NullMarked
package io.rendezvous.systemtest.check.recording;

import org.jspecify.annotations.NullMarked;
