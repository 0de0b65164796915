package io.rendezvous.common.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.common.wire.UnreadableRecord.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkWindowFailuresTest {
  private static final WorkSettings SETTINGS =
      new WorkSettings(
          100,
          3,
          Duration.ofMillis(1),
          Duration.ofMillis(5),
          Duration.ofMillis(20),
          Duration.ofSeconds(5),
          1_000,
          false);

  private Bench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(1);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void waits_for_longer_than_its_tries_while_what_it_stands_on_is_away() {
    var tries = new AtomicInteger();
    var tasks =
        new Tasks(
            _ -> {
              if (tries.incrementAndGet() <= 10) {
                throw new Away(new IOException("away"));
              }
            });
    bench.put("patient");
    bench.start(SETTINGS, tasks);
    await().until(() -> bench.lag() == 0);
    assertThat(tasks.done).containsExactly("patient");
    assertThat(tasks.abandoned).isEmpty();
    assertThat(bench.deadLetters()).isEmpty();
  }

  @Test
  void tries_again_until_it_succeeds() {
    var tries = new AtomicInteger();
    var tasks =
        new Tasks(
            _ -> {
              if (tries.incrementAndGet() < 3) {
                throw new IOException("not yet");
              }
            });
    bench.put("flaky");
    bench.start(SETTINGS, tasks);
    await().until(() -> bench.lag() == 0);
    assertThat(tasks.begun).containsExactly("flaky", "flaky", "flaky");
    assertThat(tasks.done).containsExactly("flaky");
    assertThat(tasks.abandoned).isEmpty();
    assertThat(bench.deadLetters()).isEmpty();
  }

  @Test
  void tells_of_and_sets_aside_what_fails_every_time() {
    var tasks =
        new Tasks(
            name -> {
              if (name.equals("hopeless")) {
                throw new IOException("Ana's lunch");
              }
            });
    bench.put("hopeless");
    bench.put("next");
    bench.start(SETTINGS, tasks);
    await().until(() -> bench.lag() == 0);
    assertThat(tasks.begun).containsExactlyInAnyOrder("hopeless", "hopeless", "hopeless", "next");
    assertThat(tasks.done).containsExactly("next");
    assertThat(tasks.abandoned).containsExactly("hopeless after Ana's lunch");
    var letter = only();
    assertThat(header(letter, DeadLetters.REASON)).isEqualTo("GAVE_UP: every try failed");
    assertThat(header(letter, DeadLetters.ERROR)).isEqualTo("java.io.IOException");
    assertThat(header(letter, DeadLetters.OFFSET)).isEqualTo("0");
    assertThat(header(letter, "ce_type")).isEqualTo("test.task");
    assertThat(letter.value()).isEqualTo(bench.record("hopeless", "hopeless").value());
    assertThat(letter.headers().toString()).doesNotContain("lunch");
  }

  @Test
  void an_error_in_the_work_is_a_failure_like_any_other() {
    var tasks =
        new Tasks(
            _ -> {
              throw new StackOverflowError();
            });
    bench.put("deep");
    bench.start(SETTINGS, tasks);
    await().until(() -> bench.lag() == 0);
    assertThat(tasks.abandoned).hasSize(1);
    assertThat(bench.deadLetters()).hasSize(1);
  }

  @Test
  void sets_aside_what_is_no_event_and_goes_on() {
    var tasks = new Tasks(_ -> {});
    bench.producer.send(new ProducerRecord<>(bench.topic.name(), "key", "{".getBytes(UTF_8)));
    bench.producer.send(new ProducerRecord<>(bench.topic.name(), null, null));
    bench.put("next");
    bench.start(SETTINGS, tasks);
    await().until(() -> bench.lag() == 0);
    assertThat(tasks.begun).containsExactly("next");
    assertThat(bench.deadLetters())
        .hasSize(2)
        .allSatisfy(letter -> assertThat(reason(letter)).startsWith("NOT_AN_EVENT"));
    assertThat(tasks.abandoned).isEmpty();
  }

  @Test
  void sets_aside_a_record_whose_key_is_not_its_conversation() {
    var tasks = new Tasks(_ -> {});
    var right = bench.record("a", "a");
    for (String key : new String[] {null, "c0123456789abcdef-0123456789abcdef"}) {
      bench.producer.send(
          new ProducerRecord<>(right.topic(), null, key, right.value(), right.headers()));
    }
    bench.start(SETTINGS, tasks);
    await().until(() -> bench.lag() == 0);
    assertThat(tasks.begun).isEmpty();
    assertThat(bench.deadLetters())
        .hasSize(2)
        .allSatisfy(letter -> assertThat(reason(letter)).startsWith("WRONG_KEY"));
  }

  @Test
  void what_the_work_finds_unreadable_is_neither_tried_again_nor_told() {
    var tasks =
        new Tasks(
            _ -> {
              throw new UnreadableRecord(Reason.WRONG_OWNER, "not this user's", null);
            });
    bench.put("foreign");
    bench.start(SETTINGS, tasks);
    await().until(() -> bench.lag() == 0);
    assertThat(tasks.begun).hasSize(1);
    assertThat(tasks.abandoned).isEmpty();
    assertThat(reason(only())).isEqualTo("WRONG_OWNER: not this user's");
  }

  @Test
  void a_bug_in_telling_does_not_hold_the_letter() {
    var tasks =
        new Work<Task>() {
          @Override
          public void handle(Task task, String traceparent) throws IOException {
            throw new IOException("down");
          }

          @Override
          public void abandon(Task task, Exception cause, String traceparent) {
            throw new IllegalStateException("a bug");
          }
        };
    bench.put("hopeless");
    bench.start(SETTINGS, tasks);
    await().until(() -> bench.lag() == 0);
    assertThat(reason(only())).startsWith("GAVE_UP");
  }

  private ConsumerRecord<String, byte[]> only() {
    var letters = bench.deadLetters();
    assertThat(letters).hasSize(1);
    return letters.getFirst();
  }

  private static String reason(ConsumerRecord<String, byte[]> letter) {
    return header(letter, DeadLetters.REASON);
  }

  private static String header(ConsumerRecord<String, byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }
}
