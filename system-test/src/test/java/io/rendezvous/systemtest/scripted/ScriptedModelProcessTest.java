package io.rendezvous.systemtest.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.systemtest.http.KeptConnection;
import io.rendezvous.systemtest.http.Received;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptedModelProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TOOL = ",{\"role\":\"tool\",\"content\":\"{}\"}";

  @TempDir static Path folder;
  private static ModelProcess model;

  @BeforeAll
  static void start() throws Exception {
    model = ModelProcess.start(folder.resolve("model.log"), Script.USUAL);
  }

  @AfterAll
  static void stop() {
    model.close();
  }

  @Test
  void calls_a_tool_first_and_answers_with_its_own_time_then() throws Exception {
    assertThat(ask("#turn:usual", "")).contains("list_events", "tool_calls", "[DONE]");
    String answer = ask("#turn:usual", TOOL);
    assertThat(answer).contains("mot ", "\"stop\"", "[DONE]");
    assertThat(OwnTime.micros(answer)).isPresent();
    assertThat(model.requests("usual")).isEqualTo(2);
    assertThat(model.repeats("usual")).isZero();
  }

  @Test
  void tells_the_time_of_all_calls_of_a_turn() throws Exception {
    ask("#turn:slow #think:30", "");
    long own = OwnTime.micros(ask("#turn:slow #think:30", TOOL)).orElseThrow();
    assertThat(own).isGreaterThanOrEqualTo(60_000);
  }

  @Test
  void refuses_as_often_as_the_text_says_and_counts_the_repeats() throws Exception {
    assertThat(status("#turn:busy #429:2")).isEqualTo(429);
    assertThat(status("#turn:busy #429:2")).isEqualTo(429);
    assertThat(status("#turn:busy #429:2")).isEqualTo(200);
    assertThat(model.repeats("busy")).isEqualTo(2);
  }

  @Test
  void a_cut_keeps_what_was_sent_before_it() {
    assertThatThrownBy(() -> ask("#turn:cut #cut", "")).isInstanceOf(IOException.class);
  }

  @Test
  void a_connection_is_kept_over_many_answers() throws Exception {
    try (var connection = open()) {
      for (int i = 0; i < 3; i++) {
        assertThat(send(connection, "#turn:kept", "").rest()).endsWith("[DONE]\n\n");
      }
    }
  }

  @Test
  void another_script_holds_from_the_next_request_on() throws Exception {
    model.follow(Script.USUAL.calling("find_free_time", "{}").saying(2, 0));
    assertThat(ask("#turn:other", "")).contains("find_free_time");
    model.follow(Script.USUAL);
    assertThat(ask("#turn:other", "")).contains("list_events");
  }

  private static String ask(String text, String more) throws IOException {
    try (var connection = open()) {
      return send(connection, text, more).rest();
    }
  }

  private static int status(String text) throws IOException {
    try (var connection = open()) {
      return send(connection, text, "").status();
    }
  }

  private static KeptConnection open() throws IOException {
    return KeptConnection.open(model.address(), PATIENCE);
  }

  private static Received send(KeptConnection connection, String text, String more)
      throws IOException {
    return connection.send(
        "POST",
        "/v1/chat/completions",
        Map.of(),
        "{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"s\"},"
            + "{\"role\":\"user\",\"content\":\""
            + text
            + "\"}"
            + more
            + "],\"tools\":[],\"stream\":true}");
  }
}
