package io.rendezvous.common.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.embedded.EmbeddedBroker;
import io.rendezvous.embedded.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerRestartTest {
  private static final WorkSettings SETTINGS =
      new WorkSettings(
          1_000,
          3,
          Duration.ofMillis(1),
          Duration.ofMillis(5),
          Duration.ofMillis(20),
          Duration.ofSeconds(5),
          1_000,
          false);

  @Test
  void work_goes_on_after_the_broker_was_away(@TempDir Path data) throws Exception {
    int port = FreePorts.next();
    int controllerPort = FreePorts.next();
    var hold = new CountDownLatch(1);
    var tasks =
        new Tasks(
            name -> {
              if (name.equals("task-7")) {
                hold.await();
              }
            });
    var broker = EmbeddedBroker.start(data, port, controllerPort);
    try (var bench = new Bench(2, broker.bootstrapServers())) {
      bench.put(50);
      bench.start(SETTINGS, tasks);
      await().atMost(Duration.ofSeconds(30)).until(() -> tasks.done.size() == 49);
      broker.close();
      // Done while nothing can be committed.
      hold.countDown();
      await().until(() -> tasks.done.size() == 50);
      broker = EmbeddedBroker.start(data, port, controllerPort);
      IntStream.range(50, 100).forEach(i -> bench.put("task-" + i));
      await().atMost(Duration.ofSeconds(60)).until(() -> tasks.done.size() >= 100);
      await().atMost(Duration.ofSeconds(30)).until(() -> bench.lag() == 0);
      assertThat(tasks.done).hasSize(100).doesNotHaveDuplicates();
    } finally {
      broker.close();
    }
  }

  @Test
  void begins_once_the_broker_is_there(@TempDir Path data) throws Exception {
    int port = FreePorts.next();
    int controllerPort = FreePorts.next();
    var tasks = new Tasks(_ -> {});
    try (var first = EmbeddedBroker.start(data, port, controllerPort);
        var bench = new Bench(1, first.bootstrapServers())) {
      bench.put(1);
      bench.producer.flush();
      first.close();
      var window = bench.start(SETTINGS, tasks);
      await().during(Duration.ofMillis(500)).until(() -> !window.isRunning());
      try (var second = EmbeddedBroker.start(data, port, controllerPort)) {
        await().atMost(Duration.ofSeconds(60)).until(() -> tasks.done.size() == 1);
        await().until(window::isRunning);
        bench.close();
      }
    }
  }
}
