package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.dates.Folding;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that tell which event is meant: each must be found in the event, or one like it. */
record Description(Set<String> words) {
  private static final Pattern WORD =
      Pattern.compile("[^\\s,;<>()]+@[^\\s,;<>()]+[a-z0-9]|[a-z0-9]+");

  /** Shorter words must be there as they stand. */
  private static final int STEM = 4;

  private static final List<Set<String>> SAME =
      List.of(
          Set.of("dejeuner", "lunch", "midi"),
          Set.of("diner", "dinner", "souper"),
          Set.of("reunion", "meeting"),
          Set.of("appel", "call", "visio"),
          Set.of("cafe", "coffee"),
          Set.of("dentiste", "dentist"),
          Set.of("medecin", "docteur", "doctor"),
          Set.of("anniversaire", "birthday"),
          Set.of("entretien", "interview"),
          Set.of("formation", "training", "cours", "class", "lesson", "lecon"),
          Set.of("equipe", "team"));

  Description {
    words = Set.copyOf(words);
  }

  static Description of(Mask mask, Vocabulary vocabulary) {
    return new Description(
        wordsOf(mask.folded())
            .filter(word -> word.length() > 1)
            .filter(word -> !vocabulary.idle().contains(word))
            .filter(word -> !vocabulary.ordinals().containsKey(word))
            .collect(Collectors.toSet()));
  }

  Description with(Description more) {
    var both = new HashSet<>(words);
    both.addAll(more.words);
    return new Description(both);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  boolean fits(EventView event) {
    String told =
        Folding.fold(
            Stream.concat(
                    Stream.of(event.title(), event.location()),
                    event.attendees().stream().flatMap(Description::told))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" ")));
    Set<String> known = wordsOf(told.replace('@', ' ')).collect(Collectors.toSet());
    return words.stream()
        .allMatch(
            word ->
                word.contains("@")
                    ? told.contains(word)
                    : isAmong(known, word) || isAmong(known, singular(word)));
  }

  private static Stream<String> told(Attendee attendee) {
    return Stream.of(attendee.name(), attendee.email());
  }

  private static boolean isAmong(Set<String> known, String word) {
    Set<String> same =
        SAME.stream().filter(words -> words.contains(word)).findFirst().orElse(Set.of(word));
    return known.stream()
        .anyMatch(
            other -> same.contains(other) || (word.length() >= STEM && other.startsWith(word)));
  }

  /** Of a series one may speak in the plural. */
  private static String singular(String word) {
    return word.length() > STEM && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  private static Stream<String> wordsOf(String folded) {
    return WORD.matcher(folded).results().map(MatchResult::group);
  }
}
