package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.dates.Folding;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A language that the assistant understands and speaks. */
enum Language {
  FRENCH(Locale.FRENCH),
  ENGLISH(Locale.ENGLISH);

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z]+");
  private static final Phrasing FRENCH_PHRASING = new FrenchPhrasing();
  private static final Phrasing ENGLISH_PHRASING = new EnglishPhrasing();

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  Vocabulary vocabulary() {
    return switch (this) {
      case FRENCH -> FrenchVocabulary.VOCABULARY;
      case ENGLISH -> EnglishVocabulary.VOCABULARY;
    };
  }

  Phrasing phrasing() {
    return switch (this) {
      case FRENCH -> FRENCH_PHRASING;
      case ENGLISH -> ENGLISH_PHRASING;
    };
  }

  /** The kind of this language that the user prefers: how dates are written hangs on it. */
  Locale locale(Preferences preferences) {
    return of(preferences) == this && preferences.language().getLanguage().equals(code())
        ? preferences.language()
        : locale;
  }

  /** The language that a text is in, where it has more words of one than of the other. */
  static Optional<Language> of(String text) {
    int french = FRENCH.markersIn(text);
    int english = ENGLISH.markersIn(text);
    return french == english ? Optional.empty() : Optional.of(french > english ? FRENCH : ENGLISH);
  }

  /** French for those who prefer it, else English. */
  static Language of(Preferences preferences) {
    return preferences.language().getLanguage().equals(FRENCH.code()) ? FRENCH : ENGLISH;
  }

  private String code() {
    return locale.getLanguage();
  }

  private int markersIn(String text) {
    return (int)
        BETWEEN_WORDS
            .splitAsStream(Folding.fold(text))
            .filter(vocabulary().markers()::contains)
            .count();
  }
}
