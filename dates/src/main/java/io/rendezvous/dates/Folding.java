package io.rendezvous.dates;

import java.text.Normalizer;

/** The form in which words are compared: lower case, no accents, one character for each. */
public final class Folding {
  private Folding() {}

  public static String fold(String text) {
    var folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(fold(text.charAt(i)));
    }
    return folded.toString();
  }

  private static char fold(char character) {
    return switch (character) {
      case '\u2019', '\u02bc', '`', '\u00b4' -> '\'';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> '-';
      case '\u00a0', '\u202f' -> ' ';
      default ->
          character < 128
              ? Character.toLowerCase(character)
              : Normalizer.normalize(
                      String.valueOf(Character.toLowerCase(character)), Normalizer.Form.NFD)
                  .charAt(0);
    };
  }
}
