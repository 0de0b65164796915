package io.rendezvous.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DateReaderTest {
  private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-20T10:00");

  static List<Phrase> french() {
    return Phrase.read("french.txt");
  }

  static List<Phrase> english() {
    return Phrase.read("english.txt");
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("french")
  void reads_french(Phrase phrase) {
    check(phrase, Locale.FRENCH);
  }

  @ParameterizedTest
  @MethodSource("english")
  void reads_english(Phrase phrase) {
    check(phrase, Locale.ENGLISH);
  }

  @Test
  void reads_the_month_first_in_american_english_alone() {
    assertThat(Phrase.meanings(DateReader.of(Locale.US).find("on 03/01 at 9am", NOW)))
        .isEqualTo("2027-03-01T09:00");
    assertThat(Phrase.meanings(DateReader.of(Locale.UK).find("on 03/01 at 9am", NOW)))
        .isEqualTo("2027-01-03T09:00");
  }

  @Test
  void has_at_least_320_different_phrases_in_each_language_at_several_times() {
    for (List<Phrase> corpus : List.of(french(), english())) {
      assertThat(corpus.stream().map(Phrase::text).distinct()).hasSizeGreaterThanOrEqualTo(320);
      assertThat(corpus.stream().map(Phrase::now).distinct()).hasSizeGreaterThanOrEqualTo(6);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void finds_phrases_in_order_within_any_text(long seed) {
    var random = new Random(seed);
    List<Phrase> corpus = seed % 2 == 0 ? french() : english();
    var text = new StringBuilder();
    for (int piece = random.nextInt(20); piece >= 0; piece--) {
      String sentence = corpus.get(random.nextInt(corpus.size())).text();
      text.append(sentence, random.nextInt(sentence.length()), sentence.length());
      text.append((char) random.nextInt(Character.MAX_VALUE));
    }
    var language = seed % 4 < 2 ? Locale.FRENCH : Locale.US;
    int end = 0;
    for (DatePhrase phrase : DateReader.of(language).find(text.toString(), NOW)) {
      assertThat(phrase.start()).isGreaterThanOrEqualTo(end);
      assertThat(phrase.end()).isGreaterThan(phrase.start());
      end = phrase.end();
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
  }

  private static void check(Phrase phrase, Locale language) {
    List<DatePhrase> found = DateReader.of(language).find(phrase.text(), phrase.now());
    assertThat(Phrase.mark(phrase.text(), found)).isEqualTo(phrase.marked());
    assertThat(Phrase.meanings(found)).isEqualTo(phrase.expected());
  }
}
