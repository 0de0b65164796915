package io.rendezvous.dates;

import io.rendezvous.dates.Meaning.Length;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what a sentence says about time, in French or English; the rules are told in {@code
 * docs/dates.md}.
 */
public final class DateReader {
  private static final DateReader FRENCH = new DateReader(FrenchGrammar.grammar());
  private static final DateReader ENGLISH = new DateReader(EnglishGrammar.grammar(false));
  private static final DateReader AMERICAN = new DateReader(EnglishGrammar.grammar(true));

  private final Rule<Meaning> phrase;

  private DateReader(Grammar grammar) {
    Rule<Said> point = Points.with(grammar.clock(), grammar);
    this.phrase =
        Rule.either(
            point.given((now, said) -> Optional.of(said.meaning(now))),
            grammar.stretch(),
            grammar.away(),
            Ranges.with(point, grammar),
            Limits.with(grammar),
            SeriesRule.with(grammar),
            grammar.length().map(Length::new));
  }

  /** A reader of French, or of English for any other language; American dates for {@code en-US}. */
  public static DateReader of(Locale language) {
    if (language.getLanguage().equals(Locale.FRENCH.getLanguage())) {
      return FRENCH;
    }
    return language.getCountry().equals(Locale.US.getCountry()) ? AMERICAN : ENGLISH;
  }

  /** The phrases in their order, each as long as can be. */
  public List<DatePhrase> find(String text, LocalDateTime now) {
    List<Token> tokens = Token.of(text);
    var sentence = Sentence.of(tokens, now);
    var phrases = new ArrayList<DatePhrase>();
    int at = 0;
    while (at < tokens.size()) {
      Optional<Match<Meaning>> match = longest(phrase.at(sentence, at));
      if (match.isPresent()) {
        int next = match.get().next();
        phrases.add(
            new DatePhrase(
                tokens.get(at).start(), tokens.get(next - 1).end(), match.get().value()));
        at = next;
      } else {
        at++;
      }
    }
    return List.copyOf(phrases);
  }

  private static Optional<Match<Meaning>> longest(List<Match<Meaning>> matches) {
    return matches.stream().reduce((best, other) -> other.next() > best.next() ? other : best);
  }
}
