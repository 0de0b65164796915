/**
 * An assistant that needs no model and no key: it reads French and English requests by rules, calls
 * the calendar tools as a model would, and answers from their results.
 */
@NullMarked
package io.rendezvous.orchestrator.model.offline;

import org.jspecify.annotations.NullMarked;
