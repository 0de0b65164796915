package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.dates.DatePhrase;
import io.rendezvous.dates.Meaning;
import io.rendezvous.dates.Meaning.Day;
import io.rendezvous.dates.Meaning.Length;
import io.rendezvous.dates.Meaning.Moment;
import io.rendezvous.dates.Meaning.Range;
import io.rendezvous.dates.Meaning.Within;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The phrases about time of a move, parted by whether they say from when or to when. */
record Ends(List<Meaning> source, List<Meaning> target) {
  static Ends of(Utterance utterance, Vocabulary vocabulary) {
    List<DatePhrase> phrases =
        utterance.phrases().stream()
            .filter(phrase -> !(phrase.meaning() instanceof Length))
            .toList();
    if (phrases.isEmpty()) {
      return new Ends(List.of(), List.of());
    }
    Predicate<DatePhrase> isStart = phrase -> isStart(phrase, utterance, vocabulary.scopes());
    List<DatePhrase> starts = phrases.stream().filter(isStart).toList();
    List<DatePhrase> others = phrases.stream().filter(isStart.negate()).toList();
    return others.isEmpty()
        ? new Ends(meanings(starts), List.of())
        : parted(others, utterance, vocabulary.moves()).from(meanings(starts));
  }

  private static Ends parted(
      List<DatePhrase> phrases, Utterance utterance, Vocabulary.Moves words) {
    List<Lead> leads = phrases.stream().map(phrase -> Lead.of(phrase, utterance, words)).toList();
    return leads.contains(Lead.TOWARDS) ? byLead(phrases, leads) : byPlace(phrases, leads);
  }

  /** "From Tuesday on" tells which occurrences of a series are meant. */
  private static boolean isStart(DatePhrase phrase, Utterance utterance, Vocabulary.Scopes words) {
    return phrase.meaning() instanceof Within
        && words
            .following()
            .matcher(utterance.folded().substring(phrase.start(), phrase.end()))
            .find();
  }

  private static List<Meaning> meanings(List<DatePhrase> phrases) {
    return phrases.stream().map(DatePhrase::meaning).toList();
  }

  private Ends from(List<Meaning> starts) {
    return new Ends(Stream.concat(source.stream(), starts.stream()).toList(), target);
  }

  private static Ends byLead(List<DatePhrase> phrases, List<Lead> leads) {
    var source = new ArrayList<Meaning>();
    var target = new ArrayList<Meaning>();
    for (int i = 0; i < phrases.size(); i++) {
      (leads.get(i) == Lead.TOWARDS ? target : source).add(phrases.get(i).meaning());
    }
    return new Ends(source, target);
  }

  /** The last phrase says to when, the others from when. */
  private static Ends byPlace(List<DatePhrase> phrases, List<Lead> leads) {
    List<Meaning> meanings = meanings(phrases);
    List<Meaning> others = meanings.subList(0, meanings.size() - 1);
    Meaning last = meanings.getLast();
    if (last instanceof Range(var from, var to)) {
      var source = new ArrayList<>(others);
      source.add(from);
      return new Ends(source, List.of(to));
    }
    if (!others.isEmpty() || leads.getLast() != Lead.AWAY) {
      return new Ends(others, List.of(last));
    }
    // "The lunch of Friday at 2pm" is moved to that time, and looked for on that day.
    return last instanceof Moment moment && moment.dayStated()
        ? new Ends(List.of(new Day(moment.date())), List.of(moment))
        : new Ends(List.of(last), List.of());
  }
}
