package io.rendezvous.orchestrator.model.openai;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the provider is reached, and the limits of one answer.
 *
 * @param apiKey the provider's key; without it this provider cannot be chosen
 * @param baseUrl where the provider's {@code /chat/completions} is
 * @param model the provider's name of the model
 * @param temperature how much the answers vary, 0 to 2
 * @param maxTokens the longest answer, in tokens of the provider
 * @param connectTimeout how long a connection may take
 * @param idleTimeout how long the provider may send nothing
 * @param maxBytes how much of one answer is read, as it comes over the wire
 */
public record OpenAiSettings(
    @Nullable String apiKey,
    @Nullable String baseUrl,
    @Nullable String model,
    @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("2") double temperature,
    @DefaultValue("1024") @Min(1) int maxTokens,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("30s") Duration idleTimeout,
    @DefaultValue("1MB") DataSize maxBytes) {
  private static final String OPENAI = "https://api.openai.com/v1";
  private static final String DEFAULT_MODEL = "gpt-4.1-mini";

  /** An empty variable of the environment counts as not set. */
  public OpenAiSettings {
    apiKey = blankToNull(apiKey);
    baseUrl = blankToNull(baseUrl);
    model = blankToNull(model);
  }

  /** With what is missing taken from the variables that OpenAI's own tools read. */
  public OpenAiSettings orFrom(Function<String, @Nullable String> variables) {
    return new OpenAiSettings(
        apiKey == null ? variables.apply("OPENAI_API_KEY") : apiKey,
        baseUrl == null ? variables.apply("OPENAI_BASE_URL") : baseUrl,
        model == null ? variables.apply("OPENAI_MODEL") : model,
        temperature,
        maxTokens,
        connectTimeout,
        idleTimeout,
        maxBytes);
  }

  /**
   * @throws IllegalArgumentException if it is no address of the web
   */
  String address() {
    String address = baseUrl == null ? OPENAI : baseUrl;
    if (!address.matches("https?://[^\\s/]+\\S*")) {
      throw new IllegalArgumentException(
          "Expected an http or https address in OPENAI_BASE_URL, but found another");
    }
    return address;
  }

  /** The model that answers. */
  public String modelName() {
    return model == null ? DEFAULT_MODEL : model;
  }

  /** Without the key and the address, which must not reach a log. */
  @Override
  public String toString() {
    return "OpenAiSettings[model=" + modelName() + "]";
  }

  private static @Nullable String blankToNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
