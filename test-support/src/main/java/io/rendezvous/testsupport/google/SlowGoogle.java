package io.rendezvous.testsupport.google;

import io.rendezvous.common.wire.Json;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A scripted Google that thinks about every request, and holds all until it is let: so all may be
 * open at once, however slowly they come.
 */
public final class SlowGoogle implements AutoCloseable {
  /** The address of everybody's primary calendar. */
  public static final String CALENDAR = GoogleAccount.EMAIL;

  private static final Duration THOUGHT = Duration.ofMillis(300);

  private final ScriptedGoogle google = ScriptedGoogle.start();
  private volatile CountDownLatch held = new CountDownLatch(1);
  private final AtomicInteger open = new AtomicInteger();

  public SlowGoogle() {
    google.beforeEach(this::think);
  }

  public URI root() {
    return google.root();
  }

  /** A week with a lunch a day, for whoever has the token. */
  public void lunches(String token, LocalDate monday) {
    for (int day = 0; day < 7; day++) {
      var lunch = Json.MAPPER.createObjectNode();
      lunch.put("id", "lunch" + day).put("summary", "Déjeuner").put("location", "Près du canal");
      lunch.putObject("start").put("dateTime", monday.plusDays(day) + "T12:00:00Z");
      lunch.putObject("end").put("dateTime", monday.plusDays(day) + "T13:00:00Z");
      google.account(token).primary().insert(lunch, false);
    }
  }

  /** How many requests wait for their answer. */
  public int open() {
    return open.get();
  }

  /** The answers that are held come, and those to all further requests. */
  public void answer() {
    held.countDown();
  }

  /** From now on answers are held again, and what was asked before is forgotten. */
  public void hold() {
    google.forgetRequests();
    held = new CountDownLatch(1);
  }

  private void think() {
    open.incrementAndGet();
    try {
      held.await();
      Thread.sleep(THOUGHT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.decrementAndGet();
    }
  }

  @Override
  public void close() {
    answer();
    google.close();
  }
}
