package io.rendezvous.calendar.icalendar;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A recurrence rule as it is written: its parts, in their order. */
record RuleText(Map<String, String> parts) {
  RuleText {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  static RuleText parse(String value) {
    var parts = new LinkedHashMap<String, String>();
    for (String part : value.trim().toUpperCase(Locale.ROOT).split(";", -1)) {
      String[] sides = part.split("=", 2);
      if (sides.length == 2) {
        parts.put(sides[0].trim(), sides[1].trim());
      }
    }
    return new RuleText(parts);
  }

  String value() {
    return parts.entrySet().stream()
        .map(part -> part.getKey() + "=" + part.getValue())
        .collect(Collectors.joining(";"));
  }

  /**
   * After its event's start has moved by so many days: the weekdays of a weekly rule move along.
   */
  RuleText movedBy(long days) {
    String weekdays = parts.get("BYDAY");
    if (!"WEEKLY".equals(parts.get("FREQ")) || weekdays == null || days % 7 == 0) {
      return this;
    }
    String moved =
        Arrays.stream(weekdays.split(","))
            .map(name -> weekday(name).plus(days).name().substring(0, 2))
            .collect(Collectors.joining(","));
    return with("BYDAY", moved);
  }

  /** With another end, where it has one; that is a time in UTC or a day. */
  RuleText ending(UnaryOperator<String> end) {
    String until = parts.get("UNTIL");
    return until == null ? this : with("UNTIL", end.apply(until));
  }

  /**
   * The numbers of a part; none where it is not there. Throws where one is not allowed.
   *
   * @param least from 1 on, its negative counts from the end
   */
  List<Integer> numbers(String part, int least, int most) {
    String value = parts.get(part);
    if (value == null) {
      return List.of();
    }
    List<Integer> numbers =
        Arrays.stream(value.split(","))
            .map(text -> Integer.valueOf(text.trim()))
            .sorted()
            .distinct()
            .toList();
    for (int number : numbers) {
      int size = least > 0 ? Math.abs(number) : number;
      if (size < least || size > most) {
        throw new IllegalArgumentException("Expected a number within the limits of " + part);
      }
    }
    return numbers;
  }

  static DayOfWeek weekday(String name) {
    String sign = name.trim();
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> sign.length() == 2 && day.name().startsWith(sign))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Expected a weekday"));
  }

  private RuleText with(String part, String value) {
    var others = new LinkedHashMap<>(parts);
    others.put(part, value);
    return new RuleText(others);
  }
}
