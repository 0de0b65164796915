package io.rendezvous.common.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.start.Backoff;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.Publisher;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingAsideTest {
  private final MockProducer<String, byte[]> broker =
      new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final AtomicInteger away = new AtomicInteger();
  private final Stop stop = new Stop();
  private final Work<String> work =
      new Work<>() {
        @Override
        public void handle(String task, String traceparent) {}

        @Override
        public void abandon(String task, Exception cause, String traceparent) throws Away {
          if (away.getAndDecrement() > 0) {
            throw new Away(new IOException());
          }
          told.add(task);
        }
      };
  private final SettingAside<String> aside =
      new SettingAside<>(
          work,
          new DeadLetters(
              new Publisher(broker, new Codec("test"), InstantSource.system()),
              Topics.MODEL_CALLS,
              "group"),
          3,
          new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), new Random()),
          stop,
          WorkMetrics.NONE);
  private final ConsumerRecord<String, byte[]> record =
      new ConsumerRecord<>("model-calls", 0, 7, "key", new byte[] {1});
  private final Callable<Boolean> setAside =
      () -> aside.setAside(record, "task", new IOException());

  @AfterEach
  void end() {
    stop.ask();
  }

  @Test
  void goes_on_until_the_letter_is_written_but_tells_once() throws Exception {
    Future<Boolean> done = begin();
    for (int i = 0; i < 5; i++) {
      await().until(() -> broker.errorNext(new TimeoutException()));
    }
    await().until(broker::completeNext);
    assertThat(done.get()).isTrue();
    assertThat(told).containsExactly("task");
    assertThat(broker.history()).hasSize(6);
  }

  @Test
  void writes_no_letter_before_those_who_wait_know_however_long_that_takes() throws Exception {
    away.set(20);
    Future<Boolean> done = begin();
    await().until(broker::completeNext);
    assertThat(done.get()).isTrue();
    assertThat(told).containsExactly("task");
    assertThat(away).hasValue(-1);
  }

  @Test
  void a_stop_while_nobody_can_be_told_leaves_the_record_unfinished() throws Exception {
    away.set(Integer.MAX_VALUE);
    Future<Boolean> done = begin();
    stop.ask();
    assertThat(done.get()).isFalse();
    assertThat(broker.history()).isEmpty();
  }

  @Test
  void leaves_the_value_out_where_it_is_too_large_to_send() throws Exception {
    Future<Boolean> done = begin();
    await().until(() -> broker.errorNext(new RecordTooLargeException()));
    await().until(broker::completeNext);
    assertThat(done.get()).isTrue();
    var letter = broker.history().getLast();
    assertThat(letter.value()).isNull();
    assertThat(letter.headers().lastHeader(DeadLetters.CUT)).isNotNull();
  }

  @Test
  void a_stop_leaves_the_record_unfinished() throws Exception {
    Future<Boolean> done = begin();
    stop.ask();
    await().until(() -> broker.errorNext(new TimeoutException()));
    assertThat(done.get()).isFalse();
  }

  private Future<Boolean> begin() {
    var done = new FutureTask<>(setAside);
    Thread.startVirtualThread(done);
    return done;
  }
}
