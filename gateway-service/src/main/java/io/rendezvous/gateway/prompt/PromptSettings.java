package io.rendezvous.gateway.prompt;

import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What prompts may be.
 *
 * @param maxCharacters the longest text
 * @param audioHosts where recordings may be, each a host or {@code *.} and a domain; none by
 *     default
 */
@Validated
@ConfigurationProperties("rendezvous.prompts")
record PromptSettings(
    @Min(1) @DefaultValue("4000") int maxCharacters, @DefaultValue List<String> audioHosts) {
  PromptSettings {
    audioHosts = List.copyOf(audioHosts);
  }
}
