package io.rendezvous.orchestrator.prompt;

import java.util.Locale;

/** What a model is told that sums up a conversation's older part. */
public final class SummaryPrompt {
  /** About 1,000 tokens. */
  private static final int WORDS = 500;

  private SummaryPrompt() {}

  /** In French or English, as the user's language is. */
  public static String of(Locale language) {
    return Templates.summary(language).replace("{words}", Integer.toString(WORDS));
  }
}
