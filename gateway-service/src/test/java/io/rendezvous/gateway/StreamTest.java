package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ReplyDelta;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.gateway.Stream.Event;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StreamTest {
  private static Gateway gateway;

  private final UserId user = Gateway.newUser();
  private final Client client = gateway.client(user);
  private final ConversationId conversation = Gateway.newConversation(user);

  @BeforeAll
  static void start() {
    gateway = Gateway.shared();
  }

  private Script submit(String text) {
    return submit(text, conversation);
  }

  private Script submit(String text, ConversationId to) {
    var answer =
        client.post(
            "/api/v1/prompts", "{\"text\":\"%s\",\"conversationId\":\"%s\"}".formatted(text, to));
    return new Script(user, new TurnId(Client.json(answer).get("turnId").stringValue()));
  }

  private Stream events(String query, String... headers) {
    return client.events("/api/v1/conversations/" + conversation + "/events" + query, headers);
  }

  /** What a client shows of a turn: text as it grows, replaced by the message. */
  static String shown(List<Event> events) {
    var text = new StringBuilder();
    for (Event event : events) {
      switch (event.name()) {
        case "text.delta" -> text.append(event.data().get("text").stringValue());
        case "text.reset" -> text.setLength(text.lastIndexOf("|") + 1);
        case "message" -> {
          text.setLength(text.lastIndexOf("|") + 1);
          text.append(event.data().get("text").stringValue()).append('|');
        }
        default -> {}
      }
    }
    return text.toString();
  }

  private static List<String> names(List<Event> events) {
    return events.stream().map(Event::name).toList();
  }

  @Test
  void tells_a_whole_turn_in_the_answer_to_its_prompt_and_closes() {
    var script =
        CompletableFuture.runAsync(
            () -> {
              var submitted = Prompts.awaitSubmitted(user);
              new Script(user, submitted.turn()).whole();
            });
    try (var stream =
        client.postForEvents(
            "/api/v1/prompts", "{\"text\":\"Planifie\"}", "Idempotency-Key", "k1")) {
      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
      assertThat(stream.header("Cache-Control")).isEqualTo("no-store, no-transform");
      assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
      assertThat(stream.header("Idempotency-Key")).isEqualTo("k1");
      assertThat(stream.header("Location")).startsWith("/api/v1/turns/");
      var events = stream.all();
      script.join();

      assertThat(names(events))
          .startsWith("turn.accepted")
          .containsSubsequence("message", "tool.started", "tool.finished", "message", "turn.ended")
          .endsWith("turn.ended");
      assertThat(shown(events)).isEqualTo("Je regarde.|C'est noté 😀 !|");
      var byName =
          events.stream().collect(Collectors.toMap(Event::name, e -> e.data(), (a, b) -> b));
      assertThat(byName.get("tool.started").get("arguments").get("title").stringValue())
          .isEqualTo("Déjeuner");
      assertThat(byName.get("tool.finished").get("ok").booleanValue()).isTrue();
      assertThat(byName.get("tool.finished").get("summary").stringValue())
          .isEqualTo("vendredi 27 novembre, 13:00 – Déjeuner");
      assertThat(byName.get("message").get("role").stringValue()).isEqualTo("ASSISTANT");
      assertThat(byName.get("turn.ended").get("status").stringValue()).isEqualTo("completed");
      assertThat(byName.get("turn.ended").has("reason")).isFalse();
    }
  }

  @Test
  void shows_text_before_the_answer_is_in_the_log() {
    var script = submit("Bonjour").started().asked();
    try (var stream = events("?after=0")) {
      script.text("a", 0, "Bon");
      var first = stream.until(event -> event.is("text.delta"));
      assertThat(first.getLast().data().get("text").stringValue()).isEqualTo("Bon");
      script.text("a", 3, "jour");
      assertThat(stream.next().data().get("text").stringValue()).isEqualTo("jour");
      script.answered("a", "Bonjour !");
      var rest = stream.untilEnded();
      assertThat(names(rest)).containsExactly("text.delta", "message", "turn.ended");
      assertThat(rest.getFirst().data().get("text").stringValue()).isEqualTo(" !");
    }
  }

  @Test
  void goes_on_after_the_last_id_wherever_it_was_cut() {
    submit("Planifie").whole();
    submit("Encore").whole();
    List<Event> whole;
    try (var stream = events("")) {
      stream.untilEnded();
      stream.untilEnded();
    }
    try (var stream = events("?after=0")) {
      whole = stream.untilEnded();
      whole.addAll(stream.untilEnded());
    }
    assertThat(whole.stream().map(event -> Double.valueOf(event.id()))).isSorted();
    for (int cut = 0; cut < whole.size(); cut++) {
      int turns =
          (int)
              whole.subList(cut + 1, whole.size()).stream().filter(e -> e.is("turn.ended")).count();
      try (var stream = events("", "Last-Event-ID", whole.get(cut).id())) {
        var rest = new ArrayList<Event>();
        for (int i = 0; i < turns; i++) {
          rest.addAll(stream.untilEnded());
        }
        assertThat(rest).isEqualTo(whole.subList(cut + 1, whole.size()));
      }
    }
  }

  @Test
  void goes_on_with_text_on_its_way_wherever_it_was_cut() {
    var script = submit("Bonjour").started().asked();
    var pieces = List.of("Un ", "deux ", "trois ", "quatre ", "cinq");
    var seen = new ArrayList<Event>();
    try (var stream = events("?after=0")) {
      int offset = 0;
      for (String piece : pieces) {
        script.text("a", offset, piece);
        offset += piece.length();
        seen.addAll(stream.until(event -> event.is("text.delta")));
      }
    }
    for (int cut = 0; cut < seen.size(); cut++) {
      try (var stream = events("", "Last-Event-ID", seen.get(cut).id())) {
        var events = new ArrayList<>(seen.subList(0, cut + 1));
        while (!shown(events).equals(String.join("", pieces))) {
          events.add(stream.next());
        }
        assertThat(names(events)).doesNotContain("text.reset");
      }
    }
    script.answered("a", "Un deux trois quatre cinq six");
    for (int cut = 0; cut < seen.size(); cut++) {
      try (var stream = events("", "Last-Event-ID", seen.get(cut).id())) {
        var events = new ArrayList<>(seen.subList(0, cut + 1));
        events.addAll(stream.untilEnded());
        assertThat(names(events)).doesNotContain("text.reset").endsWith("message", "turn.ended");
        String deltas =
            events.stream()
                .filter(event -> event.is("text.delta"))
                .map(event -> event.data().get("text").stringValue())
                .collect(Collectors.joining());
        assertThat(deltas).isIn("", "Un deux trois quatre cinq six");
      }
    }
  }

  @Test
  void forgets_text_when_another_try_begins() {
    var script = submit("Bonjour").started().asked().text("a", 0, "Bonj");
    try (var stream = events("?after=0")) {
      stream.until(event -> event.is("text.delta"));
      script.text("b", 0, "Salut").text("a", 4, "our");
      var events = stream.until(event -> event.is("text.delta"));
      assertThat(names(events)).containsExactly("text.reset", "text.delta");
      assertThat(events.getLast().data().get("text").stringValue()).isEqualTo("Salut");
      script.answered("b", "Salut !");
      assertThat(shown(stream.untilEnded())).isEqualTo("Salut !|");
    }
  }

  @Test
  void forgets_text_when_the_answer_is_of_another_try() {
    var script = submit("Bonjour").started().asked().text("a", 0, "Bonj");
    try (var stream = events("?after=0")) {
      stream.until(event -> event.is("text.delta"));
      script.answered("b", "Salut !");
      assertThat(names(stream.untilEnded())).containsExactly("text.reset", "message", "turn.ended");
    }
  }

  @Test
  void forgets_text_of_a_try_that_it_does_not_know_and_tells_the_whole() {
    var script = submit("Bonjour").started().asked().text("b", 0, "Salut").text("b", 5, " toi");
    try (var stream = events("?after=4.gone.3")) {
      var events = stream.until(event -> event.is("text.delta"));
      assertThat(names(events)).containsExactly("text.reset", "text.delta");
    }
    script.answered("b", "Salut toi !");
    client.get("/api/v1/turns/" + script.turn() + "?wait=10s");
    try (var stream = events("?after=4.gone.3")) {
      assertThat(names(stream.untilEnded())).containsExactly("text.reset", "message", "turn.ended");
    }
  }

  @Test
  void keeps_text_apart_from_an_event_of_a_waiting_turn() {
    var script = submit("Bonjour").started().asked().text("a", 0, "Un ");
    String beforeId;
    String betweenId;
    try (var stream = events("?after=0")) {
      beforeId = stream.until(event -> event.is("text.delta")).getLast().id();
      submit("Encore");
      betweenId = stream.next().id();
      script.text("a", 3, "deux");
      assertThat(stream.next().data().get("text").stringValue()).isEqualTo("deux");
    }
    try (var stream = events("?after=" + beforeId)) {
      var events = stream.until(event -> event.is("text.delta"));
      assertThat(names(events)).containsExactly("turn.accepted", "text.delta");
      assertThat(events.getLast().data().get("text").stringValue()).isEqualTo("deux");
    }
    try (var stream = events("?after=" + betweenId)) {
      var events = stream.until(event -> event.is("text.delta"));
      assertThat(names(events)).containsExactly("text.reset", "text.delta");
      assertThat(events.getLast().data().get("text").stringValue()).isEqualTo("Un deux");
    }
  }

  @Test
  void takes_back_text_of_a_turn_that_was_cancelled() {
    var script = submit("Bonjour").started().asked().text("a", 0, "Bonj");
    try (var stream = events("?after=0")) {
      stream.until(event -> event.is("text.delta"));
      client.post("/api/v1/turns/" + script.turn() + "/cancel", "");
      var events = stream.untilEnded();
      assertThat(names(events)).containsExactly("text.reset", "turn.ended");
      assertThat(events.getLast().data().get("status").stringValue()).isEqualTo("cancelled");
      assertThat(events.getLast().data().get("reason").stringValue()).isEqualTo("CANCELLED");
    }
  }

  @Test
  void says_in_the_users_language_why_a_turn_failed_and_tells_tools_that_report_late() {
    var script = submit("Bonjour").started().asked().calls("a", null, "not json");
    script.ended(TurnEndReason.DEADLINE).done("{}", true);
    try (var stream = events("?after=0")) {
      var events = stream.until(event -> event.is("tool.finished"));
      var ended = events.get(events.size() - 2).data();
      assertThat(ended.get("status").stringValue()).isEqualTo("failed");
      assertThat(ended.get("message").stringValue()).contains("trop de temps");
      assertThat(events.getLast().data().get("late").booleanValue()).isTrue();
      var started = events.stream().filter(e -> e.is("tool.started")).findFirst().orElseThrow();
      assertThat(started.data().get("arguments").stringValue()).isEqualTo("not json");
    }
  }

  @Test
  void tells_a_tool_call_that_was_refused() {
    submit("Bonjour").started().asked().calls("a", null, "{}").refused(ToolFailure.NOT_FOUND);
    try (var stream = events("?after=0")) {
      var finished = stream.until(event -> event.is("tool.finished")).getLast().data();
      assertThat(finished.get("ok").booleanValue()).isFalse();
      assertThat(finished.get("summary").stringValue()).isEqualTo("NOT_FOUND");
    }
  }

  @Test
  void tells_a_repeat_of_a_prompt_the_turn_from_its_beginning() {
    var body = "{\"text\":\"Bonjour\"}";
    var first = client.post("/api/v1/prompts", body, "Idempotency-Key", "k1");
    new Script(user, new TurnId(Client.json(first).get("turnId").stringValue())).whole();
    try (var stream = client.postForEvents("/api/v1/prompts", body, "Idempotency-Key", "k1")) {
      var events = stream.all();
      assertThat(names(events)).startsWith("turn.accepted").endsWith("turn.ended");
      assertThat(shown(events)).isEqualTo("Je regarde.|C'est noté 😀 !|");
    }
  }

  @Test
  void answers_a_refusal_with_its_status_also_where_a_stream_was_wanted() {
    try (var stream = client.postForEvents("/api/v1/prompts", "{\"text\":\"/busy\"}")) {
      assertThat(stream.status()).isEqualTo(409);
      assertThat(stream.header("Content-Type")).isEqualTo("application/problem+json");
    }
  }

  @Test
  void keeps_a_silent_stream_open_with_comments() {
    var script = submit("Bonjour");
    try (var stream = events("?after=0")) {
      stream.until(event -> event.is("turn.accepted"));
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS)
          .execute(() -> script.started().asked().answered("a", "Oui"));
      stream.untilEnded();
      assertThat(stream.comments()).isPositive();
    }
  }

  @Test
  void refuses_ids_that_are_malformed_or_beyond_the_end() {
    submit("Bonjour");
    for (String id :
        List.of(
            "nonsense", "-1", "1.a", "1.a.b", "1.a.1.x y", "99", "99.a.1", "9999999999999999999")) {
      try (var stream = events("", "Last-Event-ID", id)) {
        assertThat(stream.status()).as(id).isEqualTo(400);
        assertThat(stream.rest()).contains("VALIDATION_ERROR");
      }
    }
  }

  @Test
  void ends_when_the_token_does() {
    submit("Bonjour");
    var brief = gateway.clientWith(gateway.token(user, Duration.ofSeconds(2)));
    try (var stream = brief.events("/api/v1/conversations/" + conversation + "/events")) {
      assertThat(names(stream.all())).containsExactly("turn.accepted");
    }
  }

  @Test
  void shows_nothing_of_anothers_records_in_ones_own_conversation() {
    var other = Gateway.newUser();
    var script = submit("Bonjour").started().asked();
    // A record whose owner disagrees with its conversation's mark, and one under another key.
    Decider.shared().delta(other, script.turn(), 4, "a", 0, "not yours");
    Decider.shared()
        .publish(
            "reply-deltas",
            Gateway.newConversation(user).value(),
            new ReplyDelta(
                user,
                script.turn(),
                AskId.of(script.turn(), 1, "digest"),
                4,
                "a",
                0,
                Gateway.vault().seal(user, "elsewhere")));
    Decider.shared()
        .raw("history", conversation.value(), "nonsense".getBytes(StandardCharsets.UTF_8));
    script.answered("b", "Oui");
    try (var stream = events("?after=0")) {
      assertThat(names(stream.untilEnded()))
          .containsExactly("turn.accepted", "message", "turn.ended");
    }
  }
}
