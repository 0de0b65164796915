package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.event.Event.ConversationCreated;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.gateway.tail.Entry;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ConversationTest {
  private static final String PATH = "/api/v1/conversations";
  private static Gateway gateway;

  private final UserId user = Gateway.newUser();
  private final Client client = gateway.client(user);

  @BeforeAll
  static void start() {
    gateway = Gateway.shared();
  }

  private ConversationId create(String title) {
    var answer = client.post(PATH, "{\"title\":\"" + title + "\"}");
    assertThat(answer.statusCode()).isEqualTo(201);
    return new ConversationId(Client.json(answer).get("id").stringValue());
  }

  private Script submit(ConversationId conversation, String text) {
    var body = "{\"text\":\"%s\",\"conversationId\":\"%s\"}".formatted(text, conversation);
    return new Script(
        user,
        new TurnId(Client.json(client.post("/api/v1/prompts", body)).get("turnId").stringValue()));
  }

  /** The messages, once there are that many. */
  private JsonNode messages(ConversationId conversation, String query, int count) {
    var path = PATH + "/" + conversation + "/messages" + query;
    return await()
        .until(() -> Client.json(client.get(path)).get("items"), items -> items.size() == count);
  }

  private List<String> titles(String query) {
    var titles = new ArrayList<String>();
    Client.json(client.get(PATH + query))
        .get("items")
        .forEach(item -> titles.add(item.get("title").stringValue()));
    return titles;
  }

  @Test
  void makes_a_conversation_once_for_a_key() {
    var body =
        "{\"title\":\"Vacances\",\"systemPrompt\":\"Be brief\",\"metadata\":{\"a\":\"b\"},\"x\":1}";
    var first = client.post(PATH, body, "Idempotency-Key", "k1");
    var again = client.post(PATH, body, "Idempotency-Key", "k1");
    var other = client.post(PATH, "{\"title\":\"Travail\"}", "Idempotency-Key", "k1");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.statusCode()).isEqualTo(422);
    String id = Client.json(first).get("id").stringValue();
    assertThat(first.headers().firstValue("Location")).contains(PATH + "/" + id);
    assertThat(Decider.shared().received(user)).hasSize(1);
    assertThat(Client.json(client.get(PATH + "/" + id))).isEqualTo(Client.json(first));
  }

  @Test
  void makes_a_conversation_from_nothing() {
    var empty = gateway.client(user).request(PATH).POST(BodyPublishers.noBody());
    assertThat(client.send(empty.build()).statusCode()).isEqualTo(201);
    assertThat(client.post(PATH, "{}").statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\":\"\"}",
        "{\"title\":7}",
        "{\"metadata\":{\"a\":\"\"}}",
        "{\"metadata\":\"a\"}",
        "[]"
      })
  void refuses_what_is_not_valid(String body) {
    assertThat(client.post(PATH, body).statusCode()).isEqualTo(400);
    assertThat(Decider.shared().received(user)).isEmpty();
  }

  @Test
  void lists_newest_activity_first_in_pages() {
    var first = create("Un");
    create("Deux");
    create("Trois");
    submit(first, "Bonjour");
    assertThat(titles("")).containsExactly("Un", "Trois", "Deux");
    var page = Client.json(client.get(PATH + "?limit=2"));
    assertThat(page.get("items")).hasSize(2);
    assertThat(titles("?limit=2&cursor=" + page.get("nextCursor").stringValue()))
        .containsExactly("Deux");
    assertThat(Client.json(client.get(PATH)).get("nextCursor").isNull()).isTrue();
  }

  @Test
  void overlays_the_table_with_the_tail() {
    var now = Instant.now();
    var stored = new ArrayList<ConversationId>();
    for (int i = 0; i < 5; i++) {
      var conversation = Gateway.newConversation(user);
      stored.add(conversation);
      var created = new ConversationCreated(conversation, null, null, Map.of());
      Tables.put(
          user,
          conversation,
          Gateway.vault().seal(user, "Ancienne " + i),
          now.minusSeconds(1000),
          new Entry(4, now.minusSeconds(100 - i), created));
    }
    create("Nouvelle");
    Decider.shared().skipTo(stored.get(1), 4);
    submit(stored.get(1), "Encore");

    assertThat(titles(""))
        .containsExactly(
            "Ancienne 1", "Nouvelle", "Ancienne 4", "Ancienne 3", "Ancienne 2", "Ancienne 0");
    var paged = new ArrayList<String>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page = Client.json(client.get(PATH + "?limit=2" + cursor));
      page.get("items").forEach(item -> paged.add(item.get("title").stringValue()));
      cursor =
          page.get("nextCursor").isNull()
              ? null
              : "&cursor=" + page.get("nextCursor").stringValue();
    }
    assertThat(paged).isEqualTo(titles(""));
    var one = Client.json(client.get(PATH + "/" + stored.get(1)));
    assertThat(Instant.parse(one.get("createdAt").stringValue())).isBefore(now);
  }

  @Test
  void shows_two_messages_a_turn_newest_first() {
    var conversation = create("Un");
    submit(conversation, "Planifie").started().asked().answered("a", "C'est fait");
    submit(conversation, "Merci").started().asked().answered("b", "De rien");
    var items = messages(conversation, "", 4);

    assertThat(items).hasSize(4);
    assertThat(items.get(0).get("text").stringValue()).isEqualTo("De rien");
    assertThat(items.get(0).get("role").stringValue()).isEqualTo("ASSISTANT");
    assertThat(items.get(0).get("id").stringValue()).endsWith(".assistant.1");
    assertThat(items.get(3).get("text").stringValue()).isEqualTo("Planifie");
    assertThat(items.get(3).get("role").stringValue()).isEqualTo("USER");
    assertThat(items.get(3).get("id").stringValue())
        .isEqualTo(items.get(3).get("turnId").stringValue() + ".user");
    assertThat(items.get(3).has("createdAt")).isTrue();
  }

  @Test
  void adds_what_tools_were_asked_and_answered_when_that_is_wanted() {
    var conversation = create("Un");
    submit(conversation, "Planifie").whole();
    var roles = new ArrayList<String>();
    messages(conversation, "?include=tools", 5)
        .forEach(item -> roles.add(item.get("role").stringValue()));
    assertThat(roles).containsExactly("ASSISTANT", "TOOL", "TOOL", "ASSISTANT", "USER");
    assertThat(messages(conversation, "", 3)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?limit=0", "?limit=101", "?limit=x", "?cursor=%21", "?cursor=bm9uc2Vuc2U"})
  void refuses_pages_that_are_none(String query) {
    var conversation = create("Un");
    for (String path : List.of(PATH, PATH + "/" + conversation + "/messages")) {
      var answer = client.get(path + query);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(Client.json(answer).get("code").stringValue()).isEqualTo("VALIDATION_ERROR");
    }
  }

  @Test
  void knows_no_conversation_in_which_nothing_has_happened() {
    var unknown = PATH + "/" + Gateway.newConversation(user);
    assertThat(client.get(unknown).statusCode()).isEqualTo(404);
    assertThat(client.get(unknown + "/messages").statusCode()).isEqualTo(404);
  }
}
