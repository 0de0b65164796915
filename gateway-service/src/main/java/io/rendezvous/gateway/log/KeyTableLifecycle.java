package io.rendezvous.gateway.log;

import io.rendezvous.common.personal.UserKeys;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes sure of the table of keys, however late the table store comes up. */
final class KeyTableLifecycle implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(KeyTableLifecycle.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final UserKeys keys;
  private @Nullable Thread thread;

  KeyTableLifecycle(UserKeys keys) {
    this.keys = keys;
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("key-table").start(this::create);
  }

  private void create() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        keys.createTable();
        return;
      } catch (SdkException e) {
        log.warn("The table of keys cannot be created, trying again: {}", e.getMessage());
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void stop() {
    if (thread != null) {
      thread.interrupt();
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
