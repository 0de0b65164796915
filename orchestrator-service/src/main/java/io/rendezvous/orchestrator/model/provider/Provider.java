package io.rendezvous.orchestrator.model.provider;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who serves models, in the order in which they are asked where nobody says another. */
public enum Provider {
  GEMINI("https://generativelanguage.googleapis.com/v1beta", "gemini-2.5-flash"),
  OPENAI("https://api.openai.com/v1", "gpt-4.1-mini"),
  ANTHROPIC("https://api.anthropic.com/v1", "claude-haiku-4-5"),
  XAI("https://api.x.ai/v1", "grok-4-fast"),
  OPENROUTER("https://openrouter.ai/api/v1", "google/gemini-2.5-flash"),
  /** Any server with OpenAI's wire; it may need no key. */
  COMPATIBLE(null, null);

  private final @Nullable String baseUrl;
  private final @Nullable String model;

  Provider(@Nullable String baseUrl, @Nullable String model) {
    this.baseUrl = baseUrl;
    this.model = model;
  }

  Wire wire() {
    return switch (this) {
      case GEMINI -> new GeminiWire();
      case ANTHROPIC -> new AnthropicWire();
      case OPENAI, XAI, OPENROUTER, COMPATIBLE -> new OpenAiWire();
    };
  }

  /** Where it is, unless told otherwise. */
  @Nullable String baseUrl() {
    return baseUrl;
  }

  /** Its model, unless told otherwise. */
  @Nullable String model() {
    return model;
  }

  /** Whether it cannot be asked without a key. */
  boolean needsKey() {
    return this != COMPATIBLE;
  }

  /**
   * The provider of this label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Provider of(String label) {
    for (Provider provider : values()) {
      if (provider.label().equals(label)) {
        return provider;
      }
    }
    throw new IllegalArgumentException(
        "Expected a model provider of "
            + Stream.of(values()).map(Provider::label).toList()
            + ", but found another");
  }

  /** Why this one cannot be chosen. */
  public static IllegalArgumentException lacksKey(Provider provider) {
    return new IllegalArgumentException(
        "Expected a key for the model provider "
            + provider.label()
            + " in "
            + provider.variable("API_KEY")
            + ", but found none");
  }

  /** As it stands in settings, usage and metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The environment's variable for this, as the provider's own tools name it. */
  String variable(String what) {
    return name() + "_" + what;
  }
}
