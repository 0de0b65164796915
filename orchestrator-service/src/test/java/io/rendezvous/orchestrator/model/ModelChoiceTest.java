package io.rendezvous.orchestrator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.orchestrator.model.offline.OfflineModel;
import io.rendezvous.orchestrator.model.provider.Provider;
import io.rendezvous.orchestrator.model.provider.ProviderAccess;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ModelChoiceTest {
  private static final Map<String, String> KEYS =
      Map.of("GEMINI_API_KEY", "g", "OPENAI_API_KEY", "o", "XAI_API_KEY", "", "OPENAI_MODEL", "m");

  @Test
  void without_a_key_the_offline_assistant_serves() {
    ModelChoice choice = choice(Map.of(), Map.of());
    assertThat(choice.serving())
        .isEqualTo(new ServingModel(OfflineModel.PROVIDER, OfflineModel.MODEL));
  }

  @Test
  void whoever_has_a_key_is_asked_in_order() {
    ModelChoice choice = choice(Map.of(), KEYS);
    assertThat(choice.providers())
        .extracting(ProviderAccess::provider)
        .containsExactly(Provider.GEMINI, Provider.OPENAI);
  }

  @Test
  void the_chosen_one_is_asked_first() {
    ModelChoice choice = choice(Map.of("rendezvous.model.provider", "openai"), KEYS);
    assertThat(choice.providers())
        .extracting(ProviderAccess::provider)
        .containsExactly(Provider.OPENAI, Provider.GEMINI);
    assertThat(choice.serving()).isEqualTo(new ServingModel("openai", "m"));
  }

  @Test
  void the_order_is_a_setting() {
    assertThat(choice(Map.of("rendezvous.model.order", "openai,gemini"), KEYS).providers())
        .extracting(ProviderAccess::provider)
        .containsExactly(Provider.OPENAI, Provider.GEMINI);
  }

  @Test
  void offline_can_be_chosen_despite_a_key() {
    assertThat(choice(Map.of("rendezvous.model.provider", "offline"), KEYS).providers()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Provider.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"COMPATIBLE"})
  void a_chosen_provider_without_its_key_refuses_to_start(Provider provider) {
    assertThatThrownBy(
            () -> choice(Map.of("rendezvous.model.provider", provider.label()), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(provider.name() + "_API_KEY");
  }

  @Test
  void a_provider_that_nobody_knows_refuses_to_start() {
    assertThatThrownBy(() -> choice(Map.of("rendezvous.model.provider", "oracle"), KEYS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("openrouter");
  }

  @Test
  void a_server_with_openais_wire_needs_an_address_and_a_model_but_no_key() {
    assertThat(choice(Map.of(), Map.of("COMPATIBLE_BASE_URL", "http://models:8000/v1")).providers())
        .isEmpty();
    ProviderAccess access =
        choice(
                Map.of("rendezvous.model.providers.compatible.model", "mistral"),
                Map.of("COMPATIBLE_BASE_URL", "http://models:8000/v1"))
            .providers()
            .getFirst();
    assertThat(access.baseUrl()).isEqualTo("http://models:8000/v1");
    assertThat(access.model()).isEqualTo("mistral");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://models", "models:8080/v1", "http://", "http:// x"})
  void an_address_that_is_none_refuses_to_start(String address) {
    assertThatThrownBy(
            () -> choice(Map.of(), Map.of("OPENAI_API_KEY", "k", "OPENAI_BASE_URL", address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("OPENAI_BASE_URL");
  }

  @Test
  void settings_go_before_variables() {
    ProviderAccess access =
        choice(Map.of("rendezvous.model.providers.openai.model", "ours"), KEYS)
            .providers()
            .getLast();
    assertThat(access.model()).isEqualTo("ours");
    assertThat(access.apiKey()).isEqualTo("o");
  }

  @Test
  void nothing_tells_the_key() {
    var properties = Map.of("rendezvous.model.providers.openai.api-key", "secret");
    assertThat(settings(properties).toString()).doesNotContain("secret");
    assertThat(choice(properties, Map.of()).toString()).doesNotContain("secret");
  }

  private static ModelChoice choice(Map<String, String> properties, Map<String, String> variables) {
    return ModelChoice.of(settings(properties), variables::get);
  }

  private static ModelSettings settings(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("rendezvous.model", ModelSettings.class);
  }
}
