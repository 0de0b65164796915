package io.rendezvous.orchestrator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ModelPurpose;
import io.rendezvous.common.model.ReplyDelta;
import io.rendezvous.common.model.StopCall;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.testsupport.ScriptedAnswer;
import io.rendezvous.testsupport.ScriptedProvider;
import io.rendezvous.testsupport.TestDynamoDb;
import io.rendezvous.testsupport.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.Producer;
import tools.jackson.databind.JsonNode;

/** Publishes model calls with scripted answers to a worker, and reads what it writes. */
final class WorkerCalls implements AutoCloseable {
  static final UserId ANA = new UserId("u-ana");
  static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  final ScriptedProvider provider = ScriptedProvider.start().otherwise(this::scripted);
  final Vault vault = TestDynamoDb.vault(ModelService.TABLES);
  final Tail tail = new Tail();
  private final Map<String, Queue<ScriptedAnswer>> scripts = new ConcurrentHashMap<>();
  private final Producer<String, byte[]> producer =
      ModelProducer.of(Map.of("bootstrap.servers", TestKafka.bootstrapServers()));
  final Publisher publisher = new Publisher(producer, new Codec("test"), InstantSource.system());
  ModelService service = ModelService.start(provider);

  @Override
  public void close() throws InterruptedException {
    service.close();
    tail.close();
    producer.close();
    provider.close();
  }

  void restart(String... properties) {
    service.close();
    service = ModelService.start(provider, properties);
  }

  /** Each prompt has a script of its own, so that tests keep apart. */
  private ScriptedAnswer scripted(JsonNode request) {
    String prompt =
        request
            .get("messages")
            .valueStream()
            .filter(message -> message.get("role").stringValue().equals("user"))
            .map(message -> message.get("content").stringValue())
            // What is said to a model that is to correct itself comes after the prompt.
            .filter(scripts::containsKey)
            .reduce((_, last) -> last)
            .orElseThrow();
    return scripts.get(prompt).remove();
  }

  ModelCall ask(ScriptedAnswer... answers) {
    TurnId turn = newTurn();
    return scriptedCall(turn, List.of(), answers);
  }

  ModelCall call(TurnId turn, ScriptedAnswer answer, ChatMessage... before) {
    return scriptedCall(turn, List.of(before), answer);
  }

  ModelCall scriptedCall(TurnId turn, List<ChatMessage> before, ScriptedAnswer... answers) {
    String prompt = "prompt of " + turn;
    scripts.put(prompt, new ConcurrentLinkedQueue<>(List.of(answers)));
    var messages = new ArrayList<>(before);
    messages.add(new UserSaid(turn, seal(prompt)));
    return call(turn, messages.toArray(ChatMessage[]::new));
  }

  static ModelCall call(TurnId turn, ChatMessage... messages) {
    Instant now = Instant.now();
    return new ModelCall(
        ANA,
        turn,
        1,
        AskId.of(turn, 1, "digest"),
        3,
        ModelPurpose.ANSWER,
        now,
        now.plusSeconds(60),
        Preferences.DEFAULT,
        null,
        null,
        List.of(messages),
        ToolCatalogue.HASH,
        null);
  }

  static ModelCall until(ModelCall call, Instant deadline) {
    return new ModelCall(
        call.user(),
        call.turn(),
        call.round(),
        call.ask(),
        call.askSequence(),
        call.purpose(),
        call.askedAt(),
        deadline,
        call.preferences(),
        call.systemPrompt(),
        call.summary(),
        call.messages(),
        call.toolsHash(),
        call.lease());
  }

  static TurnId newTurn() {
    var conversation = ModelService.MARKS.mint(ANA, UUID.randomUUID().toString());
    return TurnId.of(conversation, "key");
  }

  Personal seal(String text) {
    return vault.seal(ANA, text);
  }

  void publish(ModelCall call) throws Exception {
    publisher.publish(Topics.MODEL_CALLS, call.turn().conversation().value(), call, TRACE).get();
  }

  void stop(ModelCall call) throws Exception {
    var stop = new StopCall(call.user(), call.turn(), call.ask());
    publisher.publish(Topics.CONTROL, null, stop, null).get();
  }

  Report report(ModelCall call) {
    await().atMost(Duration.ofSeconds(20)).until(() -> !tail.reports(call.ask()).isEmpty());
    assertThat(tail.reports(call.ask())).hasSize(1);
    return tail.reports(call.ask()).getFirst();
  }

  ModelFailure failure(ModelCall call) {
    return ((ModelFailed) report(call)).reason();
  }

  /** Records of two topics may be seen in another order than they were written. */
  void awaitStreamed(ModelCall call, String attempt, String text) {
    await().untilAsserted(() -> assertThat(streamed(call, attempt)).isEqualTo(text));
  }

  /** The text of one attempt, whose pieces must follow each other without gap or overlap. */
  private String streamed(ModelCall call, String attempt) {
    var text = new StringBuilder();
    for (ReplyDelta delta : tail.deltas(call.ask())) {
      if (delta.attempt().equals(attempt)) {
        assertThat(delta.offset()).isEqualTo(text.length());
        text.append(vault.open(ANA, delta.text()));
      }
    }
    return text.toString();
  }
}
