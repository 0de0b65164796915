package io.rendezvous.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.client.Answer;
import io.rendezvous.systemtest.client.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
  private static final String BODY = Client.prompt("Planifie un point demain à 10h", null);

  private final Client user = Stack.newUser();
  private final String key = UUID.randomUUID().toString();

  @Test
  void the_same_key_fifty_times_at_once_is_one_turn_and_one_event() throws Exception {
    var answers = new ArrayList<Future<Answer>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        answers.add(threads.submit(() -> submit(BODY)));
      }
    }
    List<Answer> all = answers.stream().map(Future::resultNow).toList();
    assertThat(all).extracting(Answer::status).containsOnly(202);
    assertThat(all.stream().map(answer -> answer.text("turnId")).distinct()).hasSize(1);
    assertThat(user.ended(all.getFirst().text("turnId")).text("status")).isEqualTo("completed");
    assertThat(user.calendar()).hasSize(1);
  }

  @Test
  void the_same_key_later_is_the_same_turn_in_the_same_conversation() throws Exception {
    Answer first = submit(BODY);
    user.ended(first.text("turnId"));
    Answer again = submit(BODY);
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(user.calendar()).hasSize(1);
  }

  @Test
  void the_same_key_with_another_body_is_refused() throws Exception {
    submit(BODY);
    Answer other = submit(Client.prompt("Planifie autre chose demain à 11h", null));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.contentType()).startsWith("application/problem+json");
  }

  @Test
  void the_same_key_of_another_user_is_independent() throws Exception {
    Answer mine = submit(BODY);
    Answer theirs = Stack.newUser().post("/api/v1/prompts", BODY, "Idempotency-Key", key);
    assertThat(theirs.status()).isEqualTo(202);
    assertThat(theirs.text("turnId")).isNotEqualTo(mine.text("turnId"));
  }

  @Test
  void a_key_is_made_and_told_where_none_is_given() throws Exception {
    Answer made = user.post("/api/v1/prompts", BODY);
    String told = made.headers().firstValue("Idempotency-Key").orElseThrow();
    Answer again = user.post("/api/v1/prompts", BODY, "Idempotency-Key", told);
    assertThat(again.text("turnId")).isEqualTo(made.text("turnId"));
  }

  private Answer submit(String body) throws Exception {
    return user.post("/api/v1/prompts", body, "Idempotency-Key", key);
  }
}
