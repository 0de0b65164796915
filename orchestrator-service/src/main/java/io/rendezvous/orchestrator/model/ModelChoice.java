package io.rendezvous.orchestrator.model;

import io.rendezvous.orchestrator.model.openai.OpenAiModel;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which model answers, by the settings. */
final class ModelChoice {
  private static final Logger log = LoggerFactory.getLogger(ModelChoice.class);

  private ModelChoice() {}

  /**
   * @throws IllegalArgumentException if the chosen provider lacks its key
   */
  static ChatModel of(ModelSettings settings, Supplier<ChatModel> offline) {
    boolean provider =
        switch (settings.provider()) {
          case AUTO -> settings.openai().apiKey() != null;
          case OFFLINE -> false;
          case OPENAI -> true;
        };
    if (provider) {
      log.info("Model calls go to {}", settings.openai().modelName());
      return new OpenAiModel(settings.openai(), InstantSource.system());
    }
    log.info("Model calls are answered by the offline assistant");
    return offline.get();
  }
}
