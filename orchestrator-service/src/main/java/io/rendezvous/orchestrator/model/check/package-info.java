/** Whether what a model says may be shown as its answer. */
@NullMarked
package io.rendezvous.orchestrator.model.check;

import org.jspecify.annotations.NullMarked;
