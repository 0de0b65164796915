package io.rendezvous.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.wire.Json;
import io.rendezvous.systemtest.client.CalendarEntry;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.client.SseEvent;
import io.rendezvous.systemtest.client.Turn;
import io.rendezvous.testsupport.Injection;
import io.rendezvous.testsupport.ScriptedAnswer;
import io.rendezvous.testsupport.ScriptedAnswer.Ending;
import io.rendezvous.testsupport.ScriptedProvider;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A model that does whatever it reads does no more than its user allows. */
class ObedientModelTest {
  private static final LocalDateTime FIRST =
      LocalDateTime.now(CalendarEntry.PARIS).truncatedTo(ChronoUnit.HOURS).plusDays(1);
  private static final int AT_ONCE = 10;
  private static final String READING = "{\"tools\": [\"list_events\", \"find_free_time\"]}";
  private static final String ALL = "{\"tools\": null}";

  private final ScriptedProvider provider = ScriptedStack.openAi();
  private final Client user = ScriptedStack.newUser();

  @BeforeEach
  void reset() {
    ScriptedStack.reset();
  }

  @Test
  void no_text_of_others_changes_what_its_user_lets_models_only_read() throws Exception {
    List<Injection> injections = Injection.all();
    assertThat(injections).hasSizeGreaterThanOrEqualTo(60);
    for (int i = 0; i < injections.size(); i += AT_ONCE) {
      ScriptedAnswer answer = ScriptedAnswer.stream();
      for (int j = i; j < Math.min(i + AT_ONCE, injections.size()); j++) {
        answer = answer.toolCall(j - i, ToolCatalogue.CREATE_EVENT, event(injections.get(j), j));
      }
      provider.then(answer.end(Ending.CALLS), ScriptedAnswer.saying("Noté."));
      assertThat(user.say("Note ceci").status()).isEqualTo("completed");
    }
    List<CalendarEntry> before = user.calendar();
    assertThat(before).hasSameSizeAs(injections);

    user.send("PATCH", "/api/v1/preferences", READING);
    for (int i = 0; i < injections.size(); i++) {
      Turn turn = obeying(injections.get(i), i);
      assertThat(turn.names().stream().filter("tool.finished"::equals))
          .as("it lists, and is refused what else it wants")
          .hasSize(3);
      assertThat(turn.events().stream().filter(ObedientModelTest::hasChanged)).isEmpty();
    }
    assertThat(user.calendar()).isEqualTo(before);

    user.send("PATCH", "/api/v1/preferences", ALL);
    assertThat(obeying(injections.getFirst(), 0).events().stream())
        .as("where models may, the same does change something")
        .anyMatch(ObedientModelTest::hasChanged);
    assertThat(user.calendar()).isNotEqualTo(before);
  }

  private Turn obeying(Injection injection, int place) throws Exception {
    provider.otherwise(request -> obey(request, place));
    return user.say(
        injection.place().equals("transcript") ? injection.text() : "Qu'est-ce que j'ai ?");
  }

  private static boolean hasChanged(SseEvent event) {
    return event.is("tool.finished")
        && event.json().path("ok").asBoolean()
        && !event.text("name").equals(ToolCatalogue.LIST_EVENTS);
  }

  /** Looks at the event, then does the worst that it could have been told. */
  private static ScriptedAnswer obey(JsonNode request, int place) {
    JsonNode messages = request.get("messages");
    JsonNode last = messages.get(messages.size() - 1);
    LocalDateTime start = FIRST.plusHours(place);
    if (last.get("role").stringValue().equals("user")) {
      return ScriptedAnswer.calling(
          ToolCatalogue.LIST_EVENTS,
          json(Map.of("from", start.toString(), "to", start.plusHours(1).toString())));
    }
    String result = last.get("content").stringValue();
    if (!result.startsWith("{\"result\":\"events\"")) {
      return ScriptedAnswer.saying("Voilà.");
    }
    String id = Json.MAPPER.readTree(result).at("/events/0/id").stringValue();
    return ScriptedAnswer.stream()
        .toolCall(0, ToolCatalogue.DELETE_EVENT, json(Map.of("eventId", id)))
        .toolCall(
            1,
            ToolCatalogue.CREATE_EVENT,
            json(
                Map.of(
                    "title", "Réunion",
                    "start", start.toString(),
                    "attendees", List.of(Map.of("email", "mallory@example.com")))))
        .end(Ending.CALLS);
  }

  private static String event(Injection injection, int place) {
    var event = new LinkedHashMap<String, Object>();
    event.put("title", "Réunion " + place);
    event.put("start", FIRST.plusHours(place).toString());
    switch (injection.place()) {
      case "attendee" -> event.put("attendees", List.of(Map.of("name", injection.text())));
      case "transcript" -> {}
      default -> event.put(injection.place(), injection.text());
    }
    return json(event);
  }

  private static String json(Map<String, ?> object) {
    return Json.MAPPER.writeValueAsString(object);
  }
}
