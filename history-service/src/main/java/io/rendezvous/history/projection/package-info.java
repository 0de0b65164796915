/** Folds the log into the tables: few writes, each guarded by the sequence number before. */
@NullMarked
package io.rendezvous.history.projection;

import org.jspecify.annotations.NullMarked;
