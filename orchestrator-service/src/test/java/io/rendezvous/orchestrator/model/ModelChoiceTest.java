package io.rendezvous.orchestrator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.orchestrator.model.openai.OpenAiModel;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ModelChoiceTest {
  private static final ChatModel OFFLINE =
      (_, _) -> {
        throw new AssertionError("Expected not to be asked");
      };

  @Test
  void without_a_key_the_offline_assistant_serves() {
    assertThat(choice(Map.of())).isSameAs(OFFLINE);
  }

  @Test
  void an_empty_key_is_none() {
    assertThat(choice(Map.of("rendezvous.model.openai.api-key", ""))).isSameAs(OFFLINE);
  }

  @Test
  void a_key_switches_to_the_provider() {
    assertThat(choice(Map.of("rendezvous.model.openai.api-key", "k")))
        .isInstanceOf(OpenAiModel.class);
  }

  @Test
  void offline_can_be_chosen_despite_a_key() {
    assertThat(
            choice(
                Map.of(
                    "rendezvous.model.openai.api-key",
                    "k",
                    "rendezvous.model.provider",
                    "offline")))
        .isSameAs(OFFLINE);
  }

  @Test
  void a_chosen_provider_without_its_key_refuses_to_start() {
    assertThatThrownBy(() -> choice(Map.of("rendezvous.model.provider", "openai")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("OPENAI_API_KEY");
  }

  @Test
  void variables_fill_in_what_the_settings_lack() {
    var variables = Map.of("OPENAI_API_KEY", "k", "OPENAI_MODEL", "theirs", "OPENAI_BASE_URL", "");
    var settings = settings(Map.of("rendezvous.model.openai.model", "ours")).openai();
    var complete = settings.orFrom(variables::get);
    assertThat(complete.apiKey()).isEqualTo("k");
    assertThat(complete.modelName()).isEqualTo("ours");
    assertThat(complete.baseUrl()).isNull();
  }

  @Test
  void tells_which_model_serves() {
    var without = settings(Map.of());
    var with =
        settings(
            Map.of("rendezvous.model.openai.api-key", "k", "rendezvous.model.openai.model", "m"));
    assertThat(new ModelChoice(without.provider(), without.openai()).serving())
        .isEqualTo(new ServingModel("offline", "offline"));
    assertThat(new ModelChoice(with.provider(), with.openai()).serving())
        .isEqualTo(new ServingModel("openai", "m"));
  }

  @Test
  void settings_do_not_tell_the_key() {
    assertThat(settings(Map.of("rendezvous.model.openai.api-key", "secret")).toString())
        .doesNotContain("secret");
  }

  private static ChatModel choice(Map<String, String> properties) {
    ModelSettings settings = settings(properties);
    return new ModelChoice(settings.provider(), settings.openai()).model(() -> OFFLINE);
  }

  private static ModelSettings settings(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("rendezvous.model", ModelSettings.class);
  }
}
