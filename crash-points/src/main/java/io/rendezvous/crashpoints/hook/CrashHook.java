package io.rendezvous.crashpoints.hook;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Called at the places; while nothing is armed a call is the reading of one field. */
public final class CrashHook {
  private static volatile @Nullable Order armed;

  private CrashHook() {}

  /** Obeys what is written to this file from now on. */
  public static void watch(Path file) {
    var orders = new OrderFile(file);
    Thread.ofPlatform()
        .daemon()
        .name("crash-points")
        .start(() -> orders.watch(order -> armed = order));
  }

  public static void reached(String point, String subject) {
    Order order = armed;
    if (order != null && order.isAbout(point, subject)) {
      count(order);
    }
  }

  public static void beforeSend(Object producer, String topic) {
    Order order = armed;
    if (order != null) {
      order.sent(producer, topic);
      reached("kafka.before-send", topic);
    }
  }

  public static void acknowledged(String topic, @Nullable Object failure) {
    if (failure == null) {
      reached("kafka.acknowledged", topic);
    }
  }

  /** A transaction is told by the topics that it writes to. */
  public static void inTransaction(String point, Object producer) {
    Order order = armed;
    if (order != null && order.isAboutTransaction(point, producer)) {
      count(order);
    }
  }

  public static void transactionEnded(String ignored, Object producer) {
    Order order = armed;
    if (order != null) {
      order.ended(producer);
    }
  }

  private static void count(Order order) {
    if (order.isDue()) {
      armed = null;
      order.carryOut();
    }
  }
}
