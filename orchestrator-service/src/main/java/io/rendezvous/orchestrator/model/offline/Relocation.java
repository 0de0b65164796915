package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.dates.Meaning;
import io.rendezvous.dates.Meaning.Length;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From when to when something is moved.
 *
 * @param source what was said about when it is
 * @param target what was said about when it shall be
 * @param shift by how much it is moved, where no target was said; negative for earlier
 */
record Relocation(Timing source, Timing target, Optional<Duration> shift) {

  static Relocation of(Request request) {
    Vocabulary vocabulary = request.language().vocabulary();
    Ends ends = Ends.of(request.opening(), vocabulary);
    var source = new ArrayList<>(ends.source());
    var target = new ArrayList<>(ends.target());
    for (Reply reply : request.replies()) {
      (speaksOfSource(reply, source) ? source : target).addAll(reply.meanings(vocabulary));
    }
    List<Meaning> lengths =
        request.opening().meanings().stream().filter(Length.class::isInstance).toList();
    target.addAll(lengths);
    var shift = new Timing(target).length().filter(_ -> onlyLengths(target));
    boolean earlier =
        request.utterances().stream()
            .anyMatch(said -> vocabulary.moves().earlier().matcher(said.folded()).find());
    return new Relocation(
        new Timing(source),
        new Timing(target),
        shift.map(length -> earlier ? length.negated() : length));
  }

  /** What still has to be asked. */
  Optional<Question> missing() {
    if (shift.isPresent() || (target.day().isPresent() && target.part().isEmpty())) {
      return Optional.empty();
    }
    if (target.isEmpty()) {
      return Optional.of(Question.NEW_TIME);
    }
    return target.span(null).isPresent() ? Optional.empty() : Optional.of(target.missing());
  }

  /** Where something that is now there is moved; an end only where one was said. */
  Span from(Span now) {
    LocalDateTime start = now.start();
    return shift
        .map(length -> new Span(start.plus(length), null, now.wholeDays() && isOfDays(length)))
        .or(() -> target.span(start.toLocalDate()).map(span -> asTimes(span, now)))
        .orElseGet(
            () ->
                new Span(
                    target.day().orElse(start.toLocalDate()).atTime(start.toLocalTime()),
                    null,
                    now.wholeDays()));
  }

  /** Tools move an event that has a time of day to times, so whole days are told as such. */
  private static Span asTimes(Span span, Span now) {
    return now.wholeDays() ? span : new Span(span.start(), span.end());
  }

  private static boolean isOfDays(Duration length) {
    return length.equals(Duration.ofDays(length.toDays()));
  }

  private static boolean onlyLengths(List<Meaning> said) {
    return said.stream().allMatch(Length.class::isInstance);
  }

  private static boolean speaksOfSource(Reply reply, List<Meaning> source) {
    return switch (reply.asked().question()) {
      case WHICH_EVENT, WHICH_SCOPE -> true;
      case RIGHT_DATE -> new Timing(source).problem().isPresent();
      case WHEN, WHICH_DAY, WHAT_TIME, NEW_TIME -> false;
    };
  }
}
