/** Ids that route to their key and carry a mark of their owner. */
@NullMarked
package io.rendezvous.common.id;

import org.jspecify.annotations.NullMarked;
