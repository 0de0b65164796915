package io.rendezvous.calendar.icalendar;

import java.util.ArrayList;
import java.util.List;

/** Objects as text: lines end with CRLF and are folded at 75 octets (RFC 5545, 3.1). */
final class ObjectText {
  private static final int LONGEST_LINE = 75;

  /** An event holds alarms, a zone its observances: nothing goes deeper. */
  private static final int DEEPEST = 8;

  private final List<String> lines;
  private int next;

  private ObjectText(List<String> lines) {
    this.lines = lines;
  }

  /** Throws where the text is no object. */
  static Component parse(String text) {
    var reader = new ObjectText(unfolded(text));
    Component root = reader.component(1);
    if (!root.is("VCALENDAR")) {
      throw new IllegalArgumentException("Expected a VCALENDAR");
    }
    return root;
  }

  static String format(Component component) {
    var text = new StringBuilder();
    write(component, text);
    return text.toString();
  }

  private Component component(int depth) {
    ContentLine begin = line();
    if (!begin.is("BEGIN") || depth > DEEPEST) {
      throw new IllegalArgumentException("Expected a component");
    }
    var own = new ArrayList<ContentLine>();
    var children = new ArrayList<Component>();
    while (true) {
      ContentLine line = line();
      if (line.is("END")) {
        return new Component(begin.value(), own, children);
      }
      if (line.is("BEGIN")) {
        next--;
        children.add(component(depth + 1));
      } else {
        own.add(line);
      }
    }
  }

  private ContentLine line() {
    if (next == lines.size()) {
      throw new IllegalArgumentException("Expected an END");
    }
    return ContentLine.parse(lines.get(next++));
  }

  private static List<String> unfolded(String text) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String piece : text.split("\r?\n", -1)) {
      if (piece.startsWith(" ") || piece.startsWith("\t")) {
        line.append(piece, 1, piece.length());
        continue;
      }
      keep(line, lines);
      line.append(piece);
    }
    keep(line, lines);
    return lines;
  }

  private static void keep(StringBuilder line, List<String> lines) {
    if (!line.isEmpty()) {
      lines.add(line.toString());
      line.setLength(0);
    }
  }

  private static void write(Component component, StringBuilder text) {
    fold("BEGIN:" + component.name(), text);
    component.lines().forEach(line -> fold(line.text(), text));
    component.children().forEach(child -> write(child, text));
    fold("END:" + component.name(), text);
  }

  private static void fold(String line, StringBuilder text) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int character = line.codePointAt(i);
      int size = octets(character);
      if (octets + size > LONGEST_LINE) {
        text.append("\r\n ");
        octets = 1;
      }
      text.appendCodePoint(character);
      octets += size;
      i += Character.charCount(character);
    }
    text.append("\r\n");
  }

  private static int octets(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }
}
