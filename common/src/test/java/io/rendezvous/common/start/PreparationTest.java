package io.rendezvous.common.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.common.topic.TopicAdmin;
import io.rendezvous.common.topic.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PreparationTest {
  @Test
  void takes_each_step_until_it_succeeds_and_none_twice() throws Exception {
    List<String> taken = Collections.synchronizedList(new ArrayList<>());
    var away = new AtomicInteger(2);
    Step topics = () -> taken.add("topics");
    Step tables =
        () -> {
          if (away.getAndDecrement() > 0) {
            throw new IOException("away");
          }
          taken.add("tables");
        };
    try (var preparation =
        new Preparation("parts", List.of(topics, tables), () -> taken.add("then"))) {
      assertThat(preparation.isDone()).isFalse();
      preparation.begin();
      preparation.await();
      assertThat(preparation.isDone()).isTrue();
    }
    assertThat(taken).containsExactly("topics", "tables", "then");
  }

  @Test
  void a_close_ends_a_step_that_hangs_and_nothing_follows() throws Exception {
    var hanging = new CountDownLatch(1);
    var followed = new AtomicBoolean();
    Step hangs =
        () -> {
          hanging.countDown();
          new CountDownLatch(1).await();
        };
    var preparation = new Preparation("parts", List.of(hangs), () -> followed.set(true));
    preparation.begin();
    hanging.await();
    preparation.close();
    assertThat(preparation.isDone()).isFalse();
    assertThat(followed).isFalse();
  }

  @Test
  void waiting_for_a_broker_that_is_silent_ends_before_the_calls_own_limit() throws Exception {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Map<String, Object> settings =
          Map.of("bootstrap.servers", "127.0.0.1:" + silent.getLocalPort());
      Step topics = TopicAdmin.step(settings, Topics.ALL);
      Thread waiting =
          Thread.ofVirtual()
              .start(() -> assertThatThrownBy(topics::take).isInstanceOf(Exception.class));
      silent.accept();
      waiting.interrupt();
      assertThat(waiting.join(Duration.ofSeconds(8))).isTrue();
    }
  }

  @Test
  void one_that_never_began_closes() {
    new Preparation("parts", List.of(), () -> {}).close();
  }
}
