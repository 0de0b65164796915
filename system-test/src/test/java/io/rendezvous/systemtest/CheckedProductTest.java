package io.rendezvous.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.standalone.Rendezvous;
import io.rendezvous.systemtest.check.Checker;
import io.rendezvous.systemtest.check.Invariant;
import io.rendezvous.systemtest.check.Verdict;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Item;
import io.rendezvous.systemtest.check.evidence.Place;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.check.gather.Beginning;
import io.rendezvous.systemtest.check.gather.Gatherer;
import io.rendezvous.systemtest.check.gather.Installation;
import io.rendezvous.systemtest.check.gather.Limits;
import io.rendezvous.systemtest.check.recording.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The checker on the real product: nothing is found, and then what is planted in its real parts.
 */
class CheckedProductTest {
  private static final String PREFIX = "rendezvous-";

  /** The tables on disk are slow. */
  private static final Limits LIMITS = Limits.DEFAULT.ends(Duration.ofSeconds(120));

  @Test
  void finds_nothing_after_bookings_and_then_each_thing_that_is_planted() throws Exception {
    Rendezvous product = Stack.rendezvous();
    Installation installation = installation(product);
    var before = Beginning.now(installation, Stack.users());
    var gatherer = new Gatherer(installation, LIMITS).since(before);
    List<Recorder> users = List.of(recorder(), recorder());
    users.forEach(CheckedProductTest::book);

    Evidence healthy = gatherer.gather(users);
    assertThat(Checker.check(healthy)).hasToString("clean");
    assertThat(healthy.logs().history()).hasSizeGreaterThan(20);
    assertThat(healthy.tables().calendarJournal()).hasSizeGreaterThan(6);

    Item turn = healthy.tables().turns().getFirst();
    try (DynamoDbClient tables =
        Tables.client(new DynamoDbSettings(product.tablesEndpoint(), "eu-west-3", PREFIX))) {
      tables.deleteItem(delete -> delete.tableName(PREFIX + "turns").key(key(turn)));
      Verdict lost = Checker.check(gatherer.gather(users));
      assertThat(lost.of(Invariant.I4))
          .as(lost.toString())
          .singleElement()
          .satisfies(found -> assertThat(found.subject()).isEqualTo(turn.text("turn")));
      tables.putItem(put -> put.tableName(PREFIX + "turns").item(turn.values()));
    }

    Place planted = writeForeign(product, healthy, users);
    Verdict foreign = Checker.check(gatherer.gather(users));
    assertThat(foreign.of(Invariant.I5))
        .as(foreign.toString())
        .anyMatch(found -> found.subject().equals(planted.toString()));
    Verdict known = Checker.check(gatherer.ignoring(Set.of(planted)).gather(users));
    assertThat(known).hasToString("clean");
  }

  private static void book(Recorder user) {
    try {
      user.say("Planifie un déjeuner avec ana@example.com vendredi à 13h", null);
      user.say("Déplace le déjeuner de vendredi à 15h", null);
      Submission first = user.submit("Planifie un point demain à 10h", null);
      user.followToTheEnd(first).orElseThrow();
      user.say("Annule le déjeuner de vendredi", null);
      user.say("What do I have on Friday?", conversation(user));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String conversation(Recorder user) {
    var conversation = user.record().streams().getFirst().conversation();
    return conversation == null ? "" : conversation.value();
  }

  /** A decision of one user that names another. */
  private static Place writeForeign(Rendezvous product, Evidence healthy, List<Recorder> users)
      throws Exception {
    Decision of =
        healthy.logs().history().stream()
            .map(record -> record.message())
            .filter(decision -> decision.user().equals(users.getFirst().user()))
            .findFirst()
            .orElseThrow();
    var foreign =
        new Decision(users.get(1).user(), of.conversation(), of.at(), of.cause(), of.events());
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", product.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var written =
          producer
              .send(
                  new Codec("test")
                      .encode(
                          Topics.HISTORY,
                          of.conversation().value(),
                          foreign,
                          "planted",
                          Instant.now(),
                          null))
              .get();
      return new Place(written.topic(), written.partition(), written.offset());
    }
  }

  private static Map<String, AttributeValue> key(Item turn) {
    return Map.of(
        "conversation", turn.values().get("conversation"),
        "firstSequence", turn.values().get("firstSequence"));
  }

  private static Recorder recorder() {
    return new Recorder(Stack.newUser());
  }

  private static Installation installation(Rendezvous product) throws IOException {
    return new Installation(
        product.bootstrapServers(),
        product.tablesEndpoint(),
        PREFIX,
        Map.of(
            "RENDEZVOUS_SECRETS_MASTER_KEY", secret("master-key"),
            "RENDEZVOUS_SECRETS_ID_KEY", secret("id-key")));
  }

  private static String secret(String name) throws IOException {
    return Files.readString(Stack.data().resolve("secrets").resolve(name)).strip();
  }
}
