/** What was said, as clients see it. */
@NullMarked
package io.rendezvous.gateway.message;

import org.jspecify.annotations.NullMarked;
