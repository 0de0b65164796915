package io.rendezvous.orchestrator.stream;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.start.Backoff;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.KafkaStreams.StateListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/**
 * Starts the decider again when it has died, for ever and after a pause: its transaction is
 * aborted, its state is read again from the log, and the same record is decided anew.
 *
 * <p>Kafka Streams shuts its client down and asks no handler where the cause is an illegal state or
 * argument, so the whole client is started again; while it pauses, another instance may take its
 * partitions.
 */
final class Survival implements SmartLifecycle, StateListener {
  private static final Logger LOG = LoggerFactory.getLogger(Survival.class);

  private final Duration longest;
  private final Backoff backoff;
  private final Counter restarts;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable StreamsBuilderFactoryBean streams;
  private @Nullable Thread watch;
  private State state = State.CREATED;
  private boolean well;
  private int failures;
  private long wellSinceNanos;

  Survival(RestartSettings settings, MeterRegistry meters) {
    this.longest = settings.most();
    this.backoff = new Backoff(settings.first(), settings.most(), new Random());
    this.restarts = meters.counter("rendezvous.decider.restarts");
    meters.gauge("rendezvous.decider.deciding", this, own -> own.isDeciding() ? 1 : 0);
  }

  void watch(StreamsBuilderFactoryBean decider) {
    streams = decider;
    decider.setStateListener(this);
  }

  /** Whether what comes is decided, or is being taken over at this moment. */
  boolean isDeciding() {
    lock.lock();
    try {
      return well;
    } finally {
      lock.unlock();
    }
  }

  /** Called by Kafka's threads, which must not wait. */
  @Override
  public void onChange(State newState, State oldState) {
    lock.lock();
    try {
      state = newState;
      if (newState == State.RUNNING) {
        wellSinceNanos = well ? wellSinceNanos : System.nanoTime();
        well = true;
      } else if (newState != State.REBALANCING) {
        well = false;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (true) {
        Duration pause = awaitFailure();
        LOG.error("The decider has died and is started again in {}", pause);
        restarts.increment();
        Thread.sleep(pause);
        restart(requireNonNull(streams));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration awaitFailure() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (state != State.ERROR) {
        changed.await();
      }
      boolean first = System.nanoTime() - wellSinceNanos > longest.toNanos();
      failures = first && wellSinceNanos != 0 ? 1 : failures + 1;
      wellSinceNanos = 0;
      return backoff.after(failures);
    } finally {
      lock.unlock();
    }
  }

  private void restart(StreamsBuilderFactoryBean decider) {
    try {
      decider.stop();
      decider.start();
    } catch (RuntimeException e) {
      LOG.error("The decider could not be started", e);
      onChange(State.ERROR, State.ERROR);
    }
  }

  @Override
  public void start() {
    watch = Thread.ofPlatform().name("decider-survival").daemon().start(this::run);
  }

  /** Before the decider itself is stopped, so that it is not started again. */
  @Override
  public void stop() {
    if (watch != null) {
      watch.interrupt();
      try {
        watch.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      watch = null;
    }
  }

  @Override
  public boolean isRunning() {
    return watch != null;
  }
}
