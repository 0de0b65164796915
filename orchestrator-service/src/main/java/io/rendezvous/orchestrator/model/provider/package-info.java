/** Models of providers, streamed through langchain4j over a transport of our own. */
@NullMarked
package io.rendezvous.orchestrator.model.provider;

import org.jspecify.annotations.NullMarked;
