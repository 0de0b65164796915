package io.rendezvous.systemtest.check.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.systemtest.check.evidence.Connection;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.client.AccessTokens;
import io.rendezvous.systemtest.client.Client;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a gateway that fails as it is told to. */
class RecorderTest {
  private static final UserId USER = new UserId("u-ana");
  private static final TurnId TURN =
      TurnId.of(new OwnerMarks(new byte[32]).mint(USER, "seed"), "key");
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofMillis(400));

  /** An answer, and whether the connection then stays open without a word. */
  private record Told(int status, String body, boolean silent) {}

  private final Queue<Told> script = new ArrayDeque<>();
  private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
  private final List<String> places = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private Recorder recorder;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    String token = new AccessTokens(new byte[32]).issue(USER.value());
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    recorder = new Recorder(List.of(new Client(url, token)), SHORT);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void sends_again_with_the_same_key_until_accepted() throws Exception {
    tell(503, "{}");
    tell(503, "{}");
    tell(202, "{\"turnId\": \"" + TURN + "\"}");
    Submission submission = recorder.submit("Bonjour", null);
    assertThat(submission.answer()).isEqualTo(new Submission.Accepted(TURN));
    assertThat(submission.attempts()).isEqualTo(3);
    assertThat(keys).hasSize(3).containsOnly(submission.key());
    assertThat(recorder.record().submissions()).containsExactly(submission);
    assertThat(recorder.user()).isEqualTo(USER);
  }

  @Test
  void takes_a_refusal_for_an_answer() throws Exception {
    tell(422, "{\"code\": \"KEY_REUSED\"}");
    assertThat(recorder.submit("Bonjour", null).answer())
        .isEqualTo(new Submission.Refused(422, "KEY_REUSED"));
  }

  @Test
  void resumes_a_stream_after_the_last_id_that_it_saw() throws Exception {
    tell(503, "{}");
    tell(200, frame("2", "turn.accepted") + frame("8.a.5", "text.delta") + "id: 9\nevent: mes");
    tell(503, "{}");
    tell(200, frame("9", "message") + frame("10", "turn.ended"));
    RecordedStream stream = recorder.say("Bonjour", null);
    assertThat(stream.complete()).isTrue();
    assertThat(stream.conversation()).isEqualTo(TURN.conversation());
    assertThat(stream.connections())
        .extracting(Connection::lastEventId)
        .containsExactly(null, null, "8.a.5", "8.a.5");
    assertThat(stream.connections().getLast().events()).hasSize(2);
    assertThat(places).containsExactly("8.a.5", "8.a.5");
    assertThat(recorder.record().submissions())
        .singleElement()
        .satisfies(it -> assertThat(it.answer()).isEqualTo(new Submission.Accepted(TURN)));
  }

  @Test
  void leaves_a_stream_that_has_fallen_silent() throws Exception {
    script.add(new Told(200, frame("2", "turn.accepted"), true));
    tell(200, frame("10", "turn.ended"));
    RecordedStream stream =
        recorder.follow(TURN.conversation().value(), null, e -> e.is("turn.ended"));
    assertThat(stream.complete()).isTrue();
    assertThat(stream.connections())
        .extracting(Connection::end)
        .containsExactly("silent for too long", "seen what was waited for");
    assertThat(places).containsExactly("0", "2");
  }

  private void tell(int status, String body) {
    script.add(new Told(status, body, false));
  }

  private static String frame(String id, String event) {
    return "id: " + id + "\nevent: " + event + "\ndata: {\"turnId\": \"" + TURN + "\"}\n\n";
  }

  private void answer(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    String place = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    if (key != null) {
      keys.add(key);
    }
    if (place != null) {
      places.add(place);
    }
    exchange.getRequestBody().readAllBytes();
    Told told;
    synchronized (script) {
      told = script.remove();
    }
    exchange.sendResponseHeaders(told.status(), 0);
    exchange.getResponseBody().write(told.body().getBytes(UTF_8));
    exchange.getResponseBody().flush();
    if (!told.silent()) {
      exchange.close();
    }
  }
}
