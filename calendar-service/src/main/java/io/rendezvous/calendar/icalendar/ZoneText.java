package io.rendezvous.calendar.icalendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes a zone as a VTIMEZONE that reaches no further back than it must. */
final class ZoneText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  private final ZoneRules rules;

  private ZoneText(ZoneRules rules) {
    this.rules = rules;
  }

  /**
   * The zone under its own name.
   *
   * @param from the earliest time that must be right
   */
  static Component of(ZoneId zone, Instant from) {
    return new Component(
        "VTIMEZONE",
        List.of(new ContentLine("TZID", zone.getId())),
        new ZoneText(zone.getRules()).observances(from));
  }

  private List<Component> observances(Instant from) {
    var observances = new ArrayList<Component>();
    ZoneOffsetTransition first = rules.previousTransition(from.plusSeconds(1));
    List<ZoneOffsetTransition> listed = rules.getTransitions();
    int yearAfter = (first == null ? from : first.getInstant()).atZone(ZoneOffset.UTC).getYear();
    boolean isListed = first != null && listed.contains(first);
    if (first == null) {
      ZoneOffset offset = rules.getOffset(from);
      observances.add(observance("19700101T000000", offset, offset, false, null));
    }
    for (ZoneOffsetTransition transition : listed) {
      if (first == null || !transition.getInstant().isBefore(first.getInstant())) {
        observances.add(observance(transition, null));
        yearAfter = transition.getDateTimeBefore().getYear() + 1;
      }
    }
    int year = isListed || first == null ? yearAfter : yearAfter - 1;
    for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
      observances.add(observance(rule.createTransition(year), yearly(rule)));
    }
    return observances;
  }

  private Component observance(ZoneOffsetTransition transition, @Nullable String rule) {
    LocalDateTime before = transition.getDateTimeBefore();
    return observance(
        TIME.format(before),
        transition.getOffsetBefore(),
        transition.getOffsetAfter(),
        rules.isDaylightSavings(transition.getInstant()),
        rule);
  }

  private static Component observance(
      String start, ZoneOffset before, ZoneOffset after, boolean summer, @Nullable String rule) {
    var lines = new ArrayList<ContentLine>();
    lines.add(new ContentLine("DTSTART", start));
    lines.add(new ContentLine("TZOFFSETFROM", offset(before)));
    lines.add(new ContentLine("TZOFFSETTO", offset(after)));
    if (rule != null) {
      lines.add(new ContentLine("RRULE", rule));
    }
    return new Component(summer ? "DAYLIGHT" : "STANDARD", lines, List.of());
  }

  private static String yearly(ZoneOffsetTransitionRule rule) {
    int day = rule.getDayOfMonthIndicator();
    DayOfWeek weekday = rule.getDayOfWeek();
    // Midnight at the end of a day is said as that at the beginning of the next.
    int later = rule.isMidnightEndOfDay() ? 1 : 0;
    String month = "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue();
    if (weekday == null) {
      return month + ";BYMONTHDAY=" + (day + later);
    }
    String name = weekday.plus(later).name().substring(0, 2);
    if (later == 0 && (day == -1 || day + 6 == rule.getMonth().minLength())) {
      return month + ";BYDAY=-1" + name;
    }
    if (day > 0 && (day - 1) % 7 == 0 && later == 0) {
      return month + ";BYDAY=" + ((day - 1) / 7 + 1) + name;
    }
    int from = day > 0 ? day + later : day - 6 + later;
    String days =
        IntStream.range(from, from + 7)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","));
    return month + ";BYMONTHDAY=" + days + ";BYDAY=" + name;
  }

  private static String offset(ZoneOffset offset) {
    return DateTimeFormatter.ofPattern(offset.getTotalSeconds() % 60 == 0 ? "xx" : "xxxx")
        .format(offset);
  }
}
