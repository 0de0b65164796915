package io.rendezvous.gateway.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Request.CancelTurn;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** What the limit of the tail says is what its objects take. */
class TailMemoryTest {
  private static final long LIMIT = 16L * 1024 * 1024;
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final OwnerMarks MARKS = new OwnerMarks(new byte[32]);

  private final Codec codec = new Codec("test");
  private final Tail tail = new Tail();
  private final Retention retention = new Retention(LIMIT, tail::forget);

  @Test
  void takes_no_more_memory_than_its_limit_however_much_comes() throws Exception {
    add(0, 200);
    long before = heap();
    long added = add(200, 20_000);
    long grown = heap() - before;
    assertThat(added).isGreaterThan(LIMIT);
    assertThat(retention.bytes()).isBetween(LIMIT / 2, LIMIT);
    assertThat(grown).isLessThan(LIMIT);
    assertThat(tail.turnsInFlight(new UserId("u-0"))).isOne();
  }

  /** A conversation each, which takes the most. */
  private long add(int from, int to) throws Exception {
    long bytes = 0;
    for (int i = from; i < to; i++) {
      var record = record(decision(i), i);
      var read = Codec.decode(record.headers(), record.value(), Decision.class);
      tail.add(read);
      retention.add(0, Retention.Held.of(record, read, NOW));
      bytes += record.serializedValueSize();
    }
    return bytes;
  }

  private ConsumerRecord<String, byte[]> record(Decision decision, int offset) {
    ProducerRecord<String, byte[]> written =
        codec.encode(
            Topics.HISTORY, decision.conversation().value(), decision, "id" + offset, NOW, null);
    return new ConsumerRecord<>(
        "history",
        0,
        offset,
        0,
        TimestampType.CREATE_TIME,
        0,
        written.value().length,
        written.key(),
        written.value(),
        written.headers(),
        Optional.empty());
  }

  private static Decision decision(int number) {
    var user = new UserId("u-" + number);
    var turn = TurnId.of(MARKS.mint(user, "conversation"), "key");
    var text = new Personal("sealed".repeat(30), 100, "digest-of-this");
    return new Decision(
        user,
        turn.conversation(),
        NOW,
        new CancelTurn(user, turn),
        List.of(
            new NumberedEvent(
                1,
                new Event.PromptAccepted(
                    turn, text, null, "digest", PromptPolicy.ENQUEUE, Preferences.DEFAULT)),
            new NumberedEvent(2, new Event.TurnStarted(turn, NOW)),
            new NumberedEvent(
                3,
                new Event.ModelAsked(turn, 1, AskId.of(turn, 1, "d"), "digest", "tools", null))));
  }

  private static long heap() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
