package io.rendezvous.calendar.icalendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.Period;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules at random, as another library works them out. */
class RecurrenceTest {
  @ParameterizedTest
  @MethodSource("rules")
  void starts_as_others_say(String rule, String first, String later) {
    CalendarObject series =
        Objects.read(Objects.event("DTSTART:20240131T093000Z", "RRULE:" + rule));
    assertThat(starts(series, "2024-01-01T00:00:00Z", 5)).isEqualTo(first);
    assertThat(starts(series, "2027-05-13T00:00:00Z", 3)).isEqualTo(later);
  }

  static List<Object[]> rules() throws IOException {
    try (var file = RecurrenceTest.class.getResourceAsStream("recurrence.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Stream.of(line.split("[|]", -1)).map(String::trim).toArray())
          .toList();
    }
  }

  private static String starts(CalendarObject series, String from, int limit) {
    var period = new Period(Instant.parse(from), Instant.parse("2034-01-01T00:00:00Z"));
    return series.within(period, _ -> true, limit).stream()
        .map(at -> at.time().start().toString())
        .collect(Collectors.joining(","));
  }
}
