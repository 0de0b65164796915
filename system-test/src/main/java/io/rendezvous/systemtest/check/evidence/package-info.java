/** What was gathered of a run, for the judges: logs, tables, what REST shows, what clients saw. */
@NullMarked
package io.rendezvous.systemtest.check.evidence;

import org.jspecify.annotations.NullMarked;
