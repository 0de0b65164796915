/** Any provider that speaks OpenAI's chat completions, streamed, through langchain4j. */
@NullMarked
package io.rendezvous.orchestrator.model.openai;

import org.jspecify.annotations.NullMarked;
