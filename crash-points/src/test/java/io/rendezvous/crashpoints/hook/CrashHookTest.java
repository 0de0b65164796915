package io.rendezvous.crashpoints.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pauses only: a halt would end the tests too. */
class CrashHookTest {
  @TempDir Path folder;
  private final Object producer = new Object();

  @BeforeEach
  void watch() {
    CrashHook.watch(folder.resolve("crash"));
  }

  @Test
  void holds_the_thread_of_the_nth_hit_until_it_may_go_on() throws Exception {
    arm("pause kafka.acknowledged prompts 2");
    var thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  CrashHook.acknowledged("outcomes", null);
                  CrashHook.acknowledged("prompts", new IOException("refused"));
                  CrashHook.acknowledged("prompts", null);
                  assertThat(isThere("crash.hit")).isFalse();
                  CrashHook.acknowledged("prompts", null);
                });
    await().until(() -> isThere("crash.hit"));
    assertThat(thread.isAlive()).isTrue();
    assertThat(isThere("crash.armed")).isFalse();
    CrashHook.acknowledged("prompts", null);

    Files.createFile(folder.resolve("crash.go"));

    thread.join();
    assertThat(isThere("crash.go")).isFalse();
  }

  @Test
  void gathers_so_many_threads_each_at_its_nth_hit() throws Exception {
    arm("pause dynamodb.after * 2 2");
    Runnable writes =
        () -> {
          CrashHook.reached("dynamodb.after", "putItem");
          CrashHook.reached("dynamodb.after", "updateItem");
        };
    Thread first = Thread.ofVirtual().start(writes);
    await().until(() -> first.getState() == Thread.State.WAITING);
    CrashHook.reached("dynamodb.after", "putItem");
    assertThat(isThere("crash.hit")).isFalse();

    Thread last = Thread.ofVirtual().start(writes);

    await().until(() -> isThere("crash.hit"));
    assertThat(first.isAlive()).isTrue();
    Files.createFile(folder.resolve("crash.go"));
    last.join();
    assertThat(first.isAlive()).isTrue();
  }

  @Test
  void knows_a_transaction_by_a_topic_that_it_writes_to() throws Exception {
    arm("pause kafka.before-transaction-commit history 1");
    CrashHook.inTransaction("kafka.before-transaction-commit", producer);
    CrashHook.beforeSend(producer, "history");
    CrashHook.transactionEnded("", producer);
    CrashHook.inTransaction("kafka.before-transaction-commit", producer);
    CrashHook.beforeSend(new Object(), "history");
    CrashHook.inTransaction("kafka.before-transaction-commit", producer);
    assertThat(isThere("crash.hit")).isFalse();

    CrashHook.beforeSend(producer, "history");
    Files.createFile(folder.resolve("crash.go"));
    CrashHook.inTransaction("kafka.before-transaction-commit", producer);

    assertThat(isThere("crash.hit")).isTrue();
  }

  @Test
  void an_empty_file_takes_the_order_back() throws Exception {
    arm("kafka.acknowledged prompts 1");
    Files.delete(folder.resolve("crash.armed"));
    arm("");

    CrashHook.acknowledged("prompts", null);

    assertThat(isThere("crash.hit")).isFalse();
  }

  @Test
  void an_order_that_cannot_be_read_is_refused() throws Exception {
    order("kafka.acknowledged prompts");

    await().until(() -> isThere("crash.refused"));
  }

  private void arm(String line) throws IOException {
    order(line);
    await().until(() -> isThere("crash.armed"));
  }

  /** At once: half a line would be another order. */
  private void order(String line) throws IOException {
    Path draft = Files.writeString(folder.resolve("draft"), line);
    Files.move(draft, folder.resolve("crash"));
  }

  private boolean isThere(String name) {
    return Files.exists(folder.resolve(name));
  }
}
