/** What every model is told before a conversation. */
@NullMarked
package io.rendezvous.orchestrator.prompt;

import org.jspecify.annotations.NullMarked;
