package io.rendezvous.orchestrator.model;

import io.rendezvous.orchestrator.model.openai.OpenAiModel;
import io.rendezvous.orchestrator.model.openai.OpenAiSettings;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Which model answers, by the settings. */
record ModelChoice(ModelSettings.Provider choice, OpenAiSettings openai) {
  private static final ServingModel OFFLINE = new ServingModel("offline", "offline");

  private boolean isOffline() {
    return switch (choice) {
      case AUTO -> openai.apiKey() == null;
      case OFFLINE -> true;
      case OPENAI -> false;
    };
  }

  ServingModel serving() {
    return isOffline() ? OFFLINE : new ServingModel(OpenAiModel.PROVIDER, openai.modelName());
  }

  /**
   * @throws IllegalArgumentException if the chosen provider lacks its key
   */
  ChatModel model(Supplier<ChatModel> offline) {
    return isOffline() ? offline.get() : new OpenAiModel(openai, InstantSource.system());
  }
}
