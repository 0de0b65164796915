package io.rendezvous.dates;

import java.util.List;

/** A rule that many others begin with: each place of a sentence is read by it only once. */
record Remembered<T>(Rule<T> rule) implements Rule<T> {
  @Override
  @SuppressWarnings("unchecked") // only this rule writes what it reads
  public List<Match<T>> at(Sentence sentence, int from) {
    var place = new Sentence.Place(this, from);
    Object known = sentence.memory().get(place);
    if (known == null) {
      known = rule.at(sentence, from);
      sentence.memory().put(place, known);
    }
    return (List<Match<T>>) known;
  }
}
