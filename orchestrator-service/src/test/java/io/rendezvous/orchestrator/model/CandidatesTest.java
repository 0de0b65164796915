package io.rendezvous.orchestrator.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.model.ModelWish;
import io.rendezvous.orchestrator.model.provider.Provider;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidatesTest {
  private final Candidates candidates =
      new Candidates(
          List.of(candidate("gemini", "flash"), candidate("openai", "mini")),
          List.of(candidate("gemini", "pro")));

  private static Candidate candidate(String provider, String model) {
    ChatModel silent =
        (_, _) -> {
          throw new AssertionError("Expected not to be asked");
        };
    var guard = new Guard(model, CircuitSettings.DEFAULT, 60, InstantSource.system());
    return new Candidate(new ServingModel(provider, model), silent, guard);
  }

  @ParameterizedTest
  @CsvSource({
    ",, gemini:flash openai:mini",
    "openai,, openai:mini gemini:flash",
    "openai, mini, openai:mini gemini:flash",
    "gemini, pro, gemini:pro gemini:flash openai:mini",
    "gemini, other, gemini:flash openai:mini",
    "xai,, gemini:flash openai:mini"
  })
  void whom_a_user_wants_is_asked_first(
      @Nullable String provider, @Nullable String name, String order) {
    ModelWish wish = provider == null ? null : new ModelWish(provider, name);
    assertThat(candidates.inOrder(wish).stream().map(it -> it.name().toString()))
        .containsExactly(order.split(" "));
  }

  @Test
  void users_may_want_every_provider() {
    assertThat(ModelWish.PROVIDERS)
        .isEqualTo(Stream.of(Provider.values()).map(Provider::label).collect(Collectors.toSet()));
  }
}
