package io.rendezvous.systemtest.scripted;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the model itself took for a turn, thinking and streaming, told at the end of its text: then
 * whoever reads the answer can tell the product's time from the model's.
 */
public final class OwnTime {
  private static final Pattern MARK = Pattern.compile("\\[own ([0-9]+) us]");

  private OwnTime() {}

  static String mark(long nanos) {
    return "[own " + nanos / 1_000 + " us]";
  }

  /** In microseconds; nothing where the text does not tell. */
  public static OptionalLong micros(String text) {
    Matcher mark = MARK.matcher(text);
    return mark.find() ? OptionalLong.of(Long.parseLong(mark.group(1))) : OptionalLong.empty();
  }
}
