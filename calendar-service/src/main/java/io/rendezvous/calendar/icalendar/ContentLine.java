package io.rendezvous.calendar.icalendar;

import java.util.Optional;

/**
 * One line of an object, without folds, to the letter.
 *
 * @param parameters as they are written, each with its semicolon before it
 */
record ContentLine(String name, String parameters, String value) {
  ContentLine(String name, String value) {
    this(name, "", value);
  }

  /** Throws where the text is no line. */
  static ContentLine parse(String text) {
    int colon = outsideQuotes(text, ':', 0);
    if (colon < 1) {
      throw new IllegalArgumentException("Expected a line with a name and a value");
    }
    int semicolon = text.indexOf(';');
    int nameEnd = semicolon < 0 ? colon : Math.min(semicolon, colon);
    return new ContentLine(
        text.substring(0, nameEnd), text.substring(nameEnd, colon), text.substring(colon + 1));
  }

  boolean is(String property) {
    return name.equalsIgnoreCase(property);
  }

  ContentLine saying(String other) {
    return new ContentLine(name, parameters, other);
  }

  /** The parameter's value without quotes. */
  Optional<String> parameter(String wanted) {
    int at = find(wanted);
    if (at < 0) {
      return Optional.empty();
    }
    int from = at + wanted.length() + 2;
    return Optional.of(parameters.substring(from, end(at)).replace("\"", ""));
  }

  ContentLine without(String parameter) {
    int at = find(parameter);
    return at < 0
        ? this
        : new ContentLine(name, parameters.substring(0, at) + parameters.substring(end(at)), value);
  }

  /** With the parameter in the place where it was, else as the last. */
  ContentLine with(String parameter, String said) {
    String written = ";" + parameter + "=" + quoted(said);
    int at = find(parameter);
    return new ContentLine(
        name,
        at < 0
            ? parameters + written
            : parameters.substring(0, at) + written + parameters.substring(end(at)),
        value);
  }

  String text() {
    return name + parameters + ":" + value;
  }

  private int find(String parameter) {
    int at = 0;
    while (at < parameters.length()) {
      if (parameters.regionMatches(true, at + 1, parameter + "=", 0, parameter.length() + 1)) {
        return at;
      }
      at = end(at);
    }
    return -1;
  }

  private int end(int at) {
    int next = outsideQuotes(parameters, ';', at + 1);
    return next < 0 ? parameters.length() : next;
  }

  private static int outsideQuotes(String text, char wanted, int from) {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        quoted = !quoted;
      } else if (text.charAt(i) == wanted && !quoted) {
        return i;
      }
    }
    return -1;
  }

  /** A parameter can hold neither quotes nor control characters (RFC 5545, 3.1). */
  private static String quoted(String said) {
    String clean = said.replace('"', '\'').replaceAll("\\p{Cntrl}", " ");
    boolean plain = clean.chars().noneMatch(c -> c == ':' || c == ';' || c == ',');
    return plain ? clean : '"' + clean + '"';
  }
}
