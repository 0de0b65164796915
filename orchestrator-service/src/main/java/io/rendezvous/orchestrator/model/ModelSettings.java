package io.rendezvous.orchestrator.model;

import io.rendezvous.orchestrator.model.openai.OpenAiSettings;
import jakarta.validation.Valid;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which model answers, and how it is asked.
 *
 * @param provider who answers
 * @param openai the provider with OpenAI's wire
 * @param worker the worker that asks
 */
@Validated
@ConfigurationProperties("rendezvous.model")
public record ModelSettings(
    @DefaultValue("auto") Provider provider,
    @Valid @DefaultValue OpenAiSettings openai,
    @Valid @DefaultValue ModelWorkerSettings worker) {

  /** Who answers. */
  public enum Provider {
    /** The provider that has a key, else the offline assistant. */
    AUTO,
    OFFLINE,
    OPENAI
  }
}
