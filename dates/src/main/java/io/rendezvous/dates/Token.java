package io.rendezvous.dates;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A folded word, a run of digits or a sign, and where it stands in the text. */
record Token(String text, int start, int end) {
  /** Addresses come first, so that nothing inside them is taken for a date. */
  private static final Pattern TOKEN =
      Pattern.compile("\\S+@\\S+|https?://\\S+|[0-9]+|\\p{L}+|\\S");

  /** More digits are no date, year or hour. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  static List<Token> of(String text) {
    var tokens = new ArrayList<Token>();
    var found = TOKEN.matcher(Folding.fold(text));
    while (found.find()) {
      tokens.add(new Token(found.group(), found.start(), found.end()));
    }
    return List.copyOf(tokens);
  }

  boolean isNumber() {
    return NUMBER.matcher(text).matches();
  }
}
