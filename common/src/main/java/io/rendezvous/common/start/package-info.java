/** How a service waits for what it stands on, and how long before it tries again. */
@NullMarked
package io.rendezvous.common.start;

import org.jspecify.annotations.NullMarked;
