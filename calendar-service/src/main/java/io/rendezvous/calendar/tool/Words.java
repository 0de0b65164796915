package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.common.calendar.Attendee;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words looked for in events, whatever their case and accents. */
record Words(Set<String> words) {
  Words {
    words = Set.copyOf(words);
  }

  static Words of(@Nullable String query) {
    return new Words(
        query == null
            ? Set.of()
            : Stream.of(plain(query).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet()));
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Whether each is in the event's title, place or attendees. */
  boolean areIn(CalendarEvent event) {
    if (words.isEmpty()) {
      return true;
    }
    Stream<@Nullable String> people = event.text().attendees().stream().flatMap(Words::names);
    String text =
        Stream.concat(Stream.of(event.text().title(), event.text().location()), people)
            .filter(Objects::nonNull)
            .map(part -> plain(Objects.requireNonNull(part)))
            .collect(Collectors.joining("\n"));
    return words.stream().allMatch(text::contains);
  }

  private static Stream<@Nullable String> names(Attendee attendee) {
    return Stream.of(attendee.name(), attendee.email());
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
