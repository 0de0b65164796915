package io.rendezvous.systemtest.fault;

import java.util.Locale;

/** Prompts that the scripted model takes for orders; each names its turn in the model's ledger. */
final class Say {
  private Say() {}

  /** One tool call that creates an event, then a text. */
  static String book(String turn, int number) {
    String start =
        String.format(
            Locale.ROOT,
            "2030-%02d-%02dT%02d:00",
            1 + number / 200 % 12,
            1 + number / 8 % 25,
            9 + number % 8);
    return "#turn:%s #call:create_event {\"title\":\"Point %d\",\"start\":\"%s\"}"
        .formatted(turn, number, start);
  }

  /** One tool call that reads, then a text. */
  static String list(String turn) {
    return "#turn:" + turn;
  }

  /** A text alone. */
  static String chat(String turn) {
    return "#turn:" + turn + " #rounds:0";
  }

  /** A text alone that takes its time. */
  static String think(String turn, int millis) {
    return "#turn:" + turn + " #rounds:0 #think:" + millis;
  }
}
