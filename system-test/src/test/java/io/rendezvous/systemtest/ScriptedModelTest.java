package io.rendezvous.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.systemtest.client.CalendarEntry;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.client.Turn;
import io.rendezvous.testsupport.ScriptedAnswer;
import io.rendezvous.testsupport.ScriptedProvider;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same product with a provider that answers as it is told. */
class ScriptedModelTest {
  private static final LocalDate TOMORROW = LocalDate.now(CalendarEntry.PARIS).plusDays(1);

  private final ScriptedProvider provider = ScriptedStack.openAi();
  private final ScriptedProvider gemini = ScriptedStack.gemini();
  private final Client user = ScriptedStack.newUser();

  @BeforeEach
  void reset() {
    ScriptedStack.reset();
  }

  @Test
  void its_text_streams_as_it_comes() throws Exception {
    provider.then(ScriptedAnswer.saying("Bon", "jour", " à vous"));
    Turn turn = user.say("Bonjour");
    assertThat(turn.status()).isEqualTo("completed");
    assertThat(turn.streamed()).isEqualTo("Bonjour à vous").isEqualTo(turn.message());
  }

  @Test
  void two_tools_of_one_answer_are_both_carried_out() throws Exception {
    provider.then(
        ScriptedAnswer.stream()
            .toolCall(0, "create_event", event("Un", 9))
            .toolCall(1, "create_event", event("Deux", 11))
            .end(ScriptedAnswer.Ending.CALLS),
        ScriptedAnswer.saying("C'est fait."));
    Turn turn = user.say("Deux événements");
    assertThat(turn.message()).isEqualTo("C'est fait.");
    assertThat(turn.names().stream().filter("tool.finished"::equals)).hasSize(2);
    assertThat(user.calendar()).extracting(CalendarEntry::title).isEqualTo(List.of("Un", "Deux"));
  }

  @Test
  void malformed_arguments_change_nothing_and_are_asked_for_once_more() throws Exception {
    provider.then(
        ScriptedAnswer.calling("create_event", "{\"title\": \"Un"),
        ScriptedAnswer.calling("create_event", event("Un", 9)),
        ScriptedAnswer.saying("C'est fait."));
    int before = provider.requests().size();
    Turn turn = user.say("Un événement");
    assertThat(turn.status()).isEqualTo("completed");
    assertThat(provider.requests().get(before + 1).body()).contains("could not be read");
    assertThat(user.calendar()).hasSize(1);
  }

  @Test
  void a_tool_that_does_not_exist_is_never_executed() throws Exception {
    provider.then(
        ScriptedAnswer.calling("send_money", "{}"), ScriptedAnswer.saying("Je ne peux pas."));
    Turn turn = user.say("Envoie de l'argent");
    assertThat(turn.message()).isEqualTo("Je ne peux pas.");
    assertThat(turn.events().stream().filter(event -> event.is("tool.finished")))
        .allSatisfy(event -> assertThat(event.json().path("ok").asBoolean()).isFalse());
  }

  @Test
  void a_stream_that_is_cut_is_asked_anew_and_never_spliced() throws Exception {
    provider.then(
        ScriptedAnswer.stream().text("Je vais dire quelque chose d'autre, ").cut(),
        ScriptedAnswer.saying("Bonjour."));
    Turn turn = user.say("Bonjour");
    assertThat(turn.status()).isEqualTo("completed");
    assertThat(turn.streamed()).isEqualTo("Bonjour.").isEqualTo(turn.message());
  }

  @Test
  void where_the_wanted_provider_fails_another_answers_and_the_bill_names_both() throws Exception {
    user.send("PUT", "/api/v1/preferences", "{\"model\": {\"provider\": \"gemini\"}}");
    gemini.otherwise(_ -> ScriptedAnswer.stream().text("Je pense ").cut());
    provider.then(ScriptedAnswer.saying("Bonjour."));
    Turn turn = user.say("Bonjour");
    assertThat(turn.status()).isEqualTo("completed");
    assertThat(turn.streamed()).isEqualTo("Bonjour.").isEqualTo(turn.message());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                user.get("/api/v1/usage")
                    .items()
                    .map(item -> item.path("provider").asString() + item.path("calls").asInt())
                    .sorted()
                    .toList()
                    .equals(List.of("gemini3", "openai1")));
  }

  @Test
  void a_providers_key_is_told_to_nobody() throws Exception {
    provider.then(ScriptedAnswer.status(401, "Incorrect API key provided: " + ScriptedStack.KEY));
    gemini.otherwise(_ -> ScriptedAnswer.saying("Bonjour."));
    Turn turn = user.say("Bonjour");
    assertThat(turn.message()).isEqualTo("Bonjour.");
    assertThat(turn.toString()).doesNotContain(ScriptedStack.KEY);
    assertThat(Disk.filesWith(ScriptedStack.data(), ScriptedStack.KEY)).isEmpty();
  }

  @Test
  void what_was_said_long_ago_is_summed_up_by_a_call_of_its_own() throws Exception {
    provider.otherwise(
        request ->
            ScriptedAnswer.saying(request.has("tools") ? "Oui." : "Il aime les longs mots."));
    String conversation = user.say("Rhododendron ".repeat(100)).conversation();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              user.say("Rhododendron ".repeat(30), conversation);
              return provider.requests().getLast().body().contains("Il aime les longs mots.");
            });
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> user.get("/api/v1/usage?groupBy=purpose").body().contains("SUMMARY"));
  }

  private static String event(String title, int hour) {
    return "{\"title\":\"%s\",\"start\":\"%sT%02d:00:00\"}".formatted(title, TOMORROW, hour);
  }
}
