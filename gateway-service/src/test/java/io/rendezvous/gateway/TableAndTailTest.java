package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.gateway.Stream.Event;
import io.rendezvous.gateway.tail.Entry;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway tells that was not there when it happened: tables and tail as one. */
class TableAndTailTest {
  private static final Decider DECIDER = Decider.shared();
  private static Gateway gateway;

  private final UserId user = Gateway.newUser();
  private final Client client = gateway.client(user);
  private final ConversationId conversation = Gateway.newConversation(user);

  @BeforeAll
  static void start() {
    gateway = Gateway.shared();
  }

  private Script submit(String text) {
    var body = "{\"text\":\"%s\",\"conversationId\":\"%s\"}".formatted(text, conversation);
    var answer = client.post("/api/v1/prompts", body);
    return new Script(user, new TurnId(Client.json(answer).get("turnId").stringValue()));
  }

  private List<Event> events(Client of, String after, int turns) {
    try (var stream =
        of.events("/api/v1/conversations/" + conversation + "/events?after=" + after)) {
      var events = new ArrayList<Event>();
      for (int i = 0; i < turns; i++) {
        events.addAll(stream.untilEnded());
      }
      return events;
    }
  }

  /** Two turns that interleave: the second is accepted while the first runs. */
  private void interleavedTurns() {
    var first = submit("Un").started().asked();
    var second = submit("Deux");
    first.answered("a", "Et un");
    second.started().asked().calls("b", null, "{}").done("{}").asked().answered("c", "Et deux");
  }

  @Test
  void tells_the_same_from_the_tail_from_the_table_and_from_both() {
    interleavedTurns();
    List<Event> live = events(client, "0", 2);
    List<Entry> log = DECIDER.log(conversation);

    Tables.write(user, conversation, log);
    try (var late = Gateway.start("--rendezvous.tail.projection-group=" + Projected.all())) {
      var lateClient = late.client(user);
      assertThat(events(lateClient, "0", 2)).isEqualTo(live);
      for (int cut = 0; cut < live.size() - 1; cut++) {
        var rest = live.subList(cut + 1, live.size());
        int turns = (int) rest.stream().filter(event -> event.is("turn.ended")).count();
        assertThat(events(lateClient, live.get(cut).id(), turns)).isEqualTo(rest);
      }

      submit("Trois").started().asked().answered("d", "Et trois");
      List<Event> both = events(lateClient, "0", 3);
      assertThat(both.subList(0, live.size())).isEqualTo(live);
      assertThat(both).isEqualTo(events(client, "0", 3));
      assertThat(both.stream().map(event -> Integer.valueOf(event.id()))).isSorted();
    }
  }

  @Test
  void waits_for_the_table_where_the_tail_begins_too_late() throws Exception {
    interleavedTurns();
    List<Event> live = events(client, "0", 2);
    List<Entry> log = DECIDER.log(conversation);
    Tables.write(user, conversation, log.subList(0, 4));
    try (var late = Gateway.start("--rendezvous.tail.projection-group=" + Projected.all())) {
      submit("Trois").started().asked().answered("d", "Et trois");
      try (var stream =
          late.client(user).events("/api/v1/conversations/" + conversation + "/events")) {
        var told = new ArrayList<Event>();
        told.add(stream.next());
        Tables.write(user, conversation, log);
        for (int i = 0; i < 3; i++) {
          told.addAll(stream.untilEnded());
        }
        assertThat(told.subList(0, live.size())).isEqualTo(live);
      }
    }
  }

  @Test
  void goes_on_over_numbers_that_the_table_has_passed() {
    submit("Un").started().asked().answered("a", "Et un");
    DECIDER.skipTo(conversation, DECIDER.last(conversation) + 1);
    submit("Deux").started().asked().answered("b", "Et deux");
    List<Event> live = events(client, "0", 2);
    Tables.write(user, conversation, DECIDER.log(conversation));
    try (var late = Gateway.start("--rendezvous.tail.projection-group=" + Projected.all())) {
      assertThat(events(late.client(user), "0", 2)).isEqualTo(live);
    }
  }

  @Test
  void reads_long_conversations_from_the_table_in_pages() {
    for (int i = 0; i < 60; i++) {
      var turn = TurnId.of(conversation, "turn " + i);
      DECIDER.decide(
          user,
          turn,
          new io.rendezvous.common.event.Event.PromptAccepted(
              turn,
              Gateway.vault().seal(user, "Question " + i),
              null,
              "digest",
              PromptPolicy.ENQUEUE,
              Preferences.DEFAULT));
      new Script(user, turn).asked().answered("a" + i, "Réponse " + i);
    }
    Tables.write(user, conversation, DECIDER.log(conversation));
    try (var late = Gateway.start("--rendezvous.tail.projection-group=" + Projected.all())) {
      var lateClient = late.client(user);
      List<Event> all = events(lateClient, "0", 60);
      assertThat(all.stream().filter(event -> event.is("message"))).hasSize(60);
      assertThat(all).isEqualTo(events(client, "0", 60));

      var texts = new ArrayList<String>();
      String cursor = "";
      while (cursor != null) {
        var page =
            Client.json(
                lateClient.get(
                    "/api/v1/conversations/" + conversation + "/messages?limit=7" + cursor));
        page.get("items").forEach(item -> texts.add(item.get("text").stringValue()));
        var next = page.get("nextCursor");
        cursor = next.isNull() ? null : "&cursor=" + next.stringValue();
      }
      assertThat(texts).hasSize(120).startsWith("Réponse 59", "Question 59").endsWith("Question 0");
    }
  }

  @Test
  void lets_go_of_what_the_tables_have() {
    String group = "projection-" + conversation;
    try (var small =
        Gateway.start(
            "--rendezvous.tail.projection-group=" + group,
            "--rendezvous.tail.keep=0s",
            "--rendezvous.tail.sweep-every=50ms")) {
      var smallClient = small.client(user);
      submit("Un").started().asked().answered("a", "Et un");
      List<Event> before = events(smallClient, "0", 1);
      Tables.write(user, conversation, DECIDER.log(conversation));
      Projected.commitEnd(group);
      await()
          .until(
              () ->
                  small
                      .management()
                      .get("/actuator/prometheus")
                      .body()
                      .contains("rendezvous_tail_decision_bytes 0.0"));
      assertThat(events(smallClient, "0", 1)).isEqualTo(before);
      submit("Deux").started().asked().answered("b", "Et deux");
      assertThat(events(smallClient, "0", 2)).isEqualTo(events(client, "0", 2));
    }
  }

  @Test
  void reads_the_text_on_its_way_that_was_written_before_it_started() {
    var script = submit("Un").started().asked().text("a", 0, "Et ").text("a", 3, "un");
    try (var late = Gateway.start();
        var stream =
            late.client(user).events("/api/v1/conversations/" + conversation + "/events")) {
      var events = stream.until(event -> event.is("text.delta"));
      assertThat(events.getLast().data().get("text").stringValue()).isEqualTo("Et un");
      assertThat(events.getLast().id()).endsWith(".a.5");
      script.answered("a", "Et un");
      stream.untilEnded();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {900_000, 3_000_000})
  void tells_a_very_long_answer_from_the_tail_and_from_the_table(int characters) {
    String answer = incompressible(characters);
    submit("Un").started().asked().answered("a", answer);
    List<Event> live = events(client, "0", 1);
    assertThat(live.stream().filter(event -> event.is("message")).toList().getLast().data())
        .asString()
        .contains(answer);

    Tables.write(user, conversation, DECIDER.log(conversation));
    try (var late = Gateway.start("--rendezvous.tail.projection-group=" + Projected.all())) {
      assertThat(events(late.client(user), "0", 1)).isEqualTo(live);
      var messages = late.client(user).get("/api/v1/conversations/" + conversation + "/messages");
      assertThat(Client.json(messages).get("items").get(0).get("text").stringValue())
          .isEqualTo(answer);
    }
  }

  private static String incompressible(int characters) {
    var bytes = new byte[characters * 3 / 4];
    new Random(characters).nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
