package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.command.Request.DecideApproval;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.event.WithdrawalReason;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.tool.ToolFailure;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ApprovalTest {
  private static final String PATH = "/api/v1/approvals";
  private static final Instant LATER =
      Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS);
  private static Gateway gateway;

  private final UserId user = Gateway.newUser();
  private final Client client = gateway.client(user);

  @BeforeAll
  static void start() {
    gateway = Gateway.shared();
  }

  private Script running() {
    var answer = client.post("/api/v1/prompts", "{\"text\":\"Invite Bob\"}");
    var turn = new TurnId(Client.json(answer).get("turnId").stringValue());
    return new Script(user, turn).started().asked().calls("a", null, "{\"title\":\"Déjeuner\"}");
  }

  private Script waiting() {
    var script =
        running().needsApproval("{\"tool\":\"create_event\",\"reasons\":[\"ALWAYS\"]}", LATER);
    await().until(() -> !pending(client).isEmpty());
    return script;
  }

  private static JsonNode pending(Client of) {
    var answer = of.get(PATH + "?status=pending");
    assertThat(answer.statusCode()).isEqualTo(200);
    return Client.json(answer).get("items");
  }

  private HttpResponse<String> decide(Script script, String decision) {
    return client.post(PATH + "/" + script.approvalId(), "{\"decision\":\"" + decision + "\"}");
  }

  private long verdicts() {
    return Decider.shared().received(user).stream()
        .filter(request -> request instanceof DecideApproval)
        .count();
  }

  @Test
  void lists_what_waits_and_takes_the_users_word() {
    var script = waiting();

    var item = pending(client).get(0);
    assertThat(item.get("approvalId").stringValue()).isEqualTo(script.approvalId().value());
    assertThat(item.get("turnId").stringValue()).isEqualTo(script.turn().value());
    assertThat(item.get("conversationId").stringValue())
        .isEqualTo(script.turn().conversation().value());
    assertThat(item.get("tool").stringValue()).isEqualTo("create_event");
    assertThat(item.get("summary").get("reasons").get(0).stringValue()).isEqualTo("ALWAYS");
    assertThat(item.get("expiresAt").stringValue()).isEqualTo(LATER.toString());
    assertThat(item.get("status").stringValue()).isEqualTo("pending");
    assertThat(status(script)).isEqualTo("awaiting_approval");

    var answer = decide(script, "approve");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Client.json(answer).get("status").stringValue()).isEqualTo("approved");
    assertThat(Client.json(answer).get("approvalId").stringValue())
        .isEqualTo(script.approvalId().value());
    assertThat(Decider.shared().received(user))
        .last()
        .isEqualTo(new DecideApproval(user, script.approvalId(), Verdict.APPROVE));
    assertThat(pending(client)).isEmpty();
    assertThat(status(script)).isEqualTo("running");
  }

  private String status(Script script) {
    return Client.json(client.get("/api/v1/turns/" + script.turn())).get("status").stringValue();
  }

  @ParameterizedTest
  @CsvSource({"approve,reject,approved", "reject,approve,rejected"})
  void tells_the_same_word_the_same_and_refuses_another(String first, String other, String status) {
    var script = waiting();
    decide(script, first);

    var again = decide(script, first);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(Client.json(again).get("status").stringValue()).isEqualTo(status);
    var otherwise = decide(script, other);
    assertThat(otherwise.statusCode()).isEqualTo(409);
    assertThat(Client.json(otherwise).get("code").stringValue()).isEqualTo("APPROVAL_DECIDED");
    assertThat(verdicts()).isOne();
  }

  /** Row 44: from many devices at once, through two gateways, one verdict counts. */
  @Test
  void counts_one_word_of_many_that_come_at_once() throws Exception {
    var script = waiting();
    try (var second = Gateway.start();
        var devices = Executors.newVirtualThreadPerTaskExecutor()) {
      var path = PATH + "/" + script.approvalId();
      var answers =
          IntStream.range(0, 20)
              .mapToObj(
                  i ->
                      devices.submit(
                          () ->
                              (i % 2 == 0 ? client : second.client(user))
                                  .post(
                                      path,
                                      i % 4 < 2
                                          ? "{\"decision\":\"approve\"}"
                                          : "{\"decision\":\"reject\"}")))
              .toList();
      int taken = 0;
      for (var answer : answers) {
        assertThat(answer.get().statusCode()).isIn(200, 409);
        taken += answer.get().statusCode() == 200 ? 1 : 0;
      }
      assertThat(taken).isEqualTo(10);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EXPIRED,APPROVAL_EXPIRED",
    "TURN_ENDED,APPROVAL_WITHDRAWN",
    "CHANGED,APPROVAL_WITHDRAWN"
  })
  void refuses_what_comes_too_late(WithdrawalReason reason, String code) {
    var script = waiting().withdrawn(reason).ended(TurnEndReason.CANCELLED);
    await().until(() -> pending(client).isEmpty());

    var answer = decide(script, "approve");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Client.json(answer).get("code").stringValue()).isEqualTo(code);
    assertThat(verdicts()).isZero();
  }

  @Test
  void leaves_it_to_the_decider_whether_it_is_too_late() {
    var script = running().needsApproval("{}", Instant.now().minusSeconds(1));

    await()
        .untilAsserted(
            () -> {
              var answer = decide(script, "approve");
              assertThat(answer.statusCode()).isEqualTo(409);
              assertThat(Client.json(answer).get("code").stringValue())
                  .isEqualTo("APPROVAL_EXPIRED");
            });
    assertThat(pending(client)).isEmpty();
  }

  @Test
  void hides_the_approvals_of_another_user_and_those_that_never_were() {
    var script = waiting();
    var stranger = gateway.client(Gateway.newUser());
    var yes = "{\"decision\":\"approve\"}";

    assertThat(pending(stranger)).isEmpty();
    assertThat(stranger.post(PATH + "/" + script.approvalId(), yes).statusCode()).isEqualTo(404);
    for (String unknown :
        List.of(
            "nonsense",
            script.turn().value(),
            script.turn() + ".1.7.a",
            TurnId.of(Gateway.newConversation(user), "k") + ".1.0.a")) {
      var answer = client.post(PATH + "/" + unknown, yes);
      assertThat(answer.statusCode()).as(unknown).isEqualTo(404);
      assertThat(Client.json(answer).get("code").stringValue()).isEqualTo("NOT_FOUND");
    }
    assertThat(status(script)).isEqualTo("awaiting_approval");
    script.withdrawn(WithdrawalReason.TURN_ENDED).ended(TurnEndReason.CANCELLED);
    await().until(() -> status(script).equals("cancelled"));
    long before = verdicts();
    assertThat(client.post(PATH + "/" + script.turn() + ".1.8.a", yes).statusCode()).isEqualTo(404);
    assertThat(verdicts()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"decision\":\"yes\"}", "{\"decision\":true}", "[]", "approve"})
  void refuses_words_that_are_none(String body) {
    var script = waiting();
    assertThat(client.post(PATH + "/" + script.approvalId(), body).statusCode()).isEqualTo(400);
    assertThat(client.get(PATH + "?status=approved").statusCode()).isEqualTo(400);
    assertThat(verdicts()).isZero();
  }

  @Test
  void lists_what_only_the_tables_know() {
    var script = waiting();
    var conversation = script.turn().conversation();
    Tables.write(user, conversation, Decider.shared().log(conversation));
    try (var late = Gateway.start("--rendezvous.tail.projection-group=" + Projected.all())) {
      assertThat(pending(late.client(user))).isEqualTo(pending(client));
      assertThat(decide(script, "reject").statusCode()).isEqualTo(200);
      // The table still names it; its turn tells.
      await().until(() -> pending(late.client(user)).isEmpty());
    }
  }

  @Test
  void tells_streams_of_it() {
    var script = running();
    try (var stream =
        client.events(
            "/api/v1/conversations/" + script.turn().conversation() + "/events?after=0")) {
      script.needsApproval("{\"tool\":\"create_event\"}", LATER);
      var asked = stream.until(event -> event.is("approval.requested")).getLast();
      assertThat(asked.data().get("turnId").stringValue()).isEqualTo(script.turn().value());
      assertThat(asked.data().get("approvalId").stringValue())
          .isEqualTo(script.approvalId().value());
      assertThat(asked.data().get("callId").stringValue()).endsWith(".1.0");
      assertThat(asked.data().get("name").stringValue()).isEqualTo("create_event");
      assertThat(asked.data().get("summary").get("tool").stringValue()).isEqualTo("create_event");
      assertThat(asked.data().get("expiresAt").stringValue()).isEqualTo(LATER.toString());

      decide(script, "reject");
      var decided = stream.next();
      assertThat(decided.name()).isEqualTo("approval.decided");
      assertThat(decided.data().get("status").stringValue()).isEqualTo("rejected");

      script.refused(ToolFailure.REJECTED);
      var finished = stream.next();
      assertThat(finished.name()).isEqualTo("tool.finished");
      assertThat(finished.data().get("ok").booleanValue()).isFalse();
      assertThat(finished.data().get("summary").stringValue()).isEqualTo("REJECTED");

      script.asked().calls("b", null, "{}").needsApproval("{}", LATER);
      script.withdrawn(WithdrawalReason.TURN_ENDED);
      var withdrawn = stream.until(event -> event.is("approval.withdrawn")).getLast();
      assertThat(withdrawn.data().get("reason").stringValue()).isEqualTo("TURN_ENDED");
    }
  }
}
