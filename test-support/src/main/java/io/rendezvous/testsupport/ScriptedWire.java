package io.rendezvous.testsupport;

/** How a provider writes its streams; each has its documented form and nothing more. */
public enum ScriptedWire {
  OPENAI,
  ANTHROPIC,
  GEMINI;

  /** For one answer: a writer remembers what it has begun. */
  ScriptedChunks begin() {
    return switch (this) {
      case OPENAI -> new OpenAiChunks();
      case ANTHROPIC -> new AnthropicChunks();
      case GEMINI -> new GeminiChunks();
    };
  }
}
