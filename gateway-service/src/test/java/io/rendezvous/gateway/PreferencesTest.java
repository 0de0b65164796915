package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Request.SubmitPrompt;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.common.model.ModelWish;
import io.rendezvous.testsupport.TestDynamoDb;
import java.net.http.HttpResponse;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

class PreferencesTest {
  private static final String PATH = "/api/v1/preferences";

  private final UserId user = Gateway.newUser();
  private final Client client = Gateway.shared().client(user);

  @Test
  void whoever_has_chosen_nothing_gets_what_holds_by_default() {
    HttpResponse<String> answer = client.get(PATH);
    JsonNode found = Client.json(answer);
    assertThat(answer.headers().firstValue("ETag")).hasValue("\"0\"");
    assertThat(found.get("language").stringValue()).isEqualTo("fr");
    assertThat(found.get("timeZone").stringValue()).isEqualTo("Europe/Paris");
    assertThat(found.at("/workingHours/start").stringValue()).isEqualTo("09:00");
    assertThat(found.get("promptPolicy").stringValue()).isEqualTo("enqueue");
  }

  @Test
  void what_is_chosen_shapes_the_next_prompt() {
    put(
        """
        {"language": "en-GB", "timeZone": "America/New_York",
         "workingHours": {"start": "08:30", "end": "17:00"}, "defaultMeetingMinutes": 45,
         "model": {"provider": "anthropic", "parameters": {"temperature": 0.5, "maxTokens": 500}},
         "systemPrompt": "Be brief.", "goals": "Fewer meetings", "promptPolicy": "steer",
         "tools": ["list_events", "find_free_time", "list_events"]}
        """);
    client.post("/api/v1/prompts", "{\"text\":\"Hello\",\"parameters\":{\"maxTokens\":100}}");
    SubmitPrompt prompt = Prompts.awaitSubmitted(user);
    assertThat(prompt.policy()).isEqualTo(PromptPolicy.STEER);
    var preferences = prompt.preferences();
    assertThat(preferences.language()).isEqualTo(Locale.UK);
    assertThat(preferences.timeZone()).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(preferences.dayStart()).isEqualTo(LocalTime.of(8, 30));
    assertThat(preferences.meetingMinutes()).isEqualTo(45);
    assertThat(preferences.model()).isEqualTo(new ModelWish("anthropic", null));
    assertThat(preferences.parameters())
        .isEqualTo(new ModelParameters(0.5, null, null, null, 100, List.of()));
    assertThat(preferences.tools()).containsExactly("find_free_time", "list_events");
    assertThat(Gateway.vault().open(user, preferences.systemPrompt())).isEqualTo("Be brief.");
    assertThat(Gateway.vault().open(user, preferences.goals())).isEqualTo("Fewer meetings");
  }

  @Test
  void a_prompt_goes_before_its_users_policy() {
    put("{\"promptPolicy\": \"reject\"}");
    client.post("/api/v1/prompts", "{\"text\":\"Bonjour\",\"policy\":\"interrupt\"}");
    assertThat(Prompts.awaitSubmitted(user).policy()).isEqualTo(PromptPolicy.INTERRUPT);
  }

  @Test
  void a_change_in_part_keeps_the_rest_and_null_takes_away() {
    put(
        "{\"language\": \"en\", \"client\": {\"theme\": \"dark\", \"font\": 12}, \"goals\": \"A\"}");
    JsonNode found =
        Client.json(patch("{\"client\": {\"font\": 14}, \"goals\": null, \"timeZone\": \"UTC\"}"));
    assertThat(found.get("language").stringValue()).isEqualTo("en");
    assertThat(found.at("/client/theme").stringValue()).isEqualTo("dark");
    assertThat(found.at("/client/font").intValue()).isEqualTo(14);
    assertThat(found.has("goals")).isFalse();
    assertThat(Client.json(client.get(PATH))).isEqualTo(found);
  }

  @Test
  void replacing_takes_away_what_is_not_said_again() {
    put("{\"language\": \"en\", \"goals\": \"A\"}");
    put("{\"language\": \"de\"}");
    assertThat(Client.json(client.get(PATH)).has("goals")).isFalse();
  }

  @Test
  void a_change_of_something_that_is_no_more_is_refused() {
    HttpResponse<String> first = put("{\"language\": \"en\"}");
    String etag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(patch("{\"language\": \"de\"}", "If-Match", etag).statusCode()).isEqualTo(200);
    HttpResponse<String> late = patch("{\"language\": \"it\"}", "If-Match", etag);
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(Client.json(late).get("code").stringValue()).isEqualTo("PRECONDITION_FAILED");
    assertThat(Client.json(client.get(PATH)).get("language").stringValue()).isEqualTo("de");
  }

  @Test
  void what_nobody_can_open_any_more_is_as_if_never_chosen() {
    store("was sealed with a key that was destroyed");
    assertThat(Client.json(client.get(PATH)).get("language").stringValue()).isEqualTo("fr");
    assertThat(put("{\"language\": \"en\"}").statusCode()).isEqualTo(200);
    assertThat(Client.json(client.get(PATH)).get("language").stringValue()).isEqualTo("en");
  }

  @Test
  void what_was_chosen_under_other_rules_holds_as_far_as_it_is_valid() {
    store(
        Gateway.vault()
            .seal(user, "{\"language\": \"en\", \"defaultMeetingMinutes\": 0, \"later\": true}")
            .sealed());
    client.post("/api/v1/prompts", "{\"text\":\"Hello\"}");
    var preferences = Prompts.awaitSubmitted(user).preferences();
    assertThat(preferences.language()).isEqualTo(Locale.ENGLISH);
    assertThat(preferences.meetingMinutes()).isEqualTo(Preferences.DEFAULT.meetingMinutes());
  }

  /** As an earlier gateway wrote it. */
  private void store(String sealed) {
    var document =
        Map.of(
            "sealed", AttributeValue.fromS(sealed),
            "characters", AttributeValue.fromN("1"),
            "digest", AttributeValue.fromS("d"));
    TestDynamoDb.client()
        .putItem(
            put ->
                put.tableName(Gateway.PREFIX + "preferences")
                    .item(
                        Map.of(
                            "user", AttributeValue.fromS(user.value()),
                            "version", AttributeValue.fromN("1"),
                            "document", AttributeValue.fromM(document))));
  }

  @Test
  void a_sum_that_no_number_holds_is_refused() {
    assertThat(put("{\"budget\": {\"dayCost\": 1e400}}").statusCode()).isEqualTo(400);
  }

  @Test
  void changes_at_the_same_moment_all_count_or_are_told_to_come_again() throws Exception {
    int many = 20;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> changes =
          IntStream.range(0, many)
              .<Callable<Integer>>mapToObj(
                  i -> () -> patch("{\"client\": {\"f" + i + "\": 1}}").statusCode())
              .toList();
      List<Future<Integer>> answers = threads.invokeAll(changes);
      JsonNode found = Client.json(client.get(PATH)).get("client");
      assertThat(found).isNotEmpty();
      for (int i = 0; i < many; i++) {
        // 503: the tables took longer than anybody waits for.
        assertThat(answers.get(i).get()).isIn(200, 409, 503);
        assertThat(found.has("f" + i) || answers.get(i).get() != 200).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"language": "not a tag"}                          | language
          {"language": 7}                                    | language
          {"timeZone": "Mars/Base"}                          | timeZone
          {"timeZone": "+02:00"}                             | timeZone
          {"workingHours": {"start": "18:00", "end": "9:00"}}| workingHours.end
          {"workingHours": {"start": "18:00", "end": "09:00"}}| workingHours
          {"workingHours": "always"}                         | workingHours
          {"defaultMeetingMinutes": 0}                       | defaultMeetingMinutes
          {"defaultMeetingMinutes": 30.5}                    | defaultMeetingMinutes
          {"model": {"provider": "skynet"}}                  | model.provider
          {"model": {"name": "x"}}                           | model.name
          {"model": {"parameters": {"temperature": 1.1}}}    | model.parameters.temperature
          {"model": {"parameters": {"topP": -0.1}}}          | model.parameters.topP
          {"model": {"parameters": {"frequencyPenalty": 3}}} | model.parameters.frequencyPenalty
          {"model": {"parameters": {"maxTokens": 0}}}        | model.parameters.maxTokens
          {"model": {"parameters": {"stop": "x"}}}           | model.parameters.stop
          {"model": {"parameters": {"seed": 7}}}             | model.parameters.seed
          {"confirmation": "sometimes"}                      | confirmation
          {"promptPolicy": "ignore"}                         | promptPolicy
          {"client": []}                                     | client
          {"userId": "u-bob"}                                | userId
          """)
  void what_is_not_valid_is_named_and_changes_nothing(String document, String field) {
    HttpResponse<String> answer = put(document);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Client.json(answer).at("/errors/0/field").stringValue()).isEqualTo(field);
    assertThat(client.get(PATH).headers().firstValue("ETag")).hasValue("\"0\"");
  }

  @ParameterizedTest
  @CsvSource({"systemPrompt, 2001", "goals, 1001", "defaultCalendar, 1001"})
  void texts_have_a_limit(String field, int characters) {
    assertThat(put("{\"" + field + "\": \"" + "é".repeat(characters) + "\"}").statusCode())
        .isEqualTo(400);
    assertThat(put("{\"" + field + "\": \"" + "é".repeat(characters - 1) + "\"}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_prompts_own_parameters_are_checked_too() {
    HttpResponse<String> answer =
        client.post("/api/v1/prompts", "{\"text\":\"Hello\",\"parameters\":{\"temperature\":2}}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Client.json(answer).at("/errors/0/field").stringValue())
        .isEqualTo("parameters.temperature");
  }

  @Test
  void another_gateway_sees_the_change_soon() {
    put("{\"language\": \"en\"}");
    try (Gateway other = Gateway.start()) {
      Client there = other.client(user);
      assertThat(Client.json(there.get(PATH)).get("language").stringValue()).isEqualTo("en");
      patch("{\"language\": \"de\"}");
      await().until(() -> Client.json(there.get(PATH)).get("language").stringValue().equals("de"));
    }
  }

  @Test
  void nobody_sees_anothers() {
    put("{\"goals\": \"secret\"}");
    assertThat(Gateway.shared().client(Gateway.newUser()).get(PATH).body())
        .doesNotContain("secret");
    assertThat(Gateway.shared().client(null).get(PATH).statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> put(String document) {
    return client.send("PUT", PATH, document);
  }

  private HttpResponse<String> patch(String document, String... headers) {
    return client.send("PATCH", PATH, document, headers);
  }
}
