package io.rendezvous.dates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One line of the corpus: a sentence, when it is said, and what its marked phrases mean. */
record Phrase(int line, LocalDateTime now, String marked, String expected) {
  static List<Phrase> read(String resource) {
    var phrases = new ArrayList<Phrase>();
    LocalDateTime now = LocalDateTime.MIN;
    List<String> lines = lines(resource);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("@")) {
        now = LocalDateTime.parse(line.substring(1).strip());
      } else if (!line.startsWith("#") && !line.isBlank()) {
        String[] sides = line.split(" +=> *", 2);
        phrases.add(new Phrase(i + 1, now, sides[0], sides.length == 2 ? sides[1].strip() : ""));
      }
    }
    return phrases;
  }

  String text() {
    return marked.replace("[", "").replace("]", "");
  }

  /** The text with what was found marked in it. */
  static String mark(String text, List<DatePhrase> found) {
    var marked = new StringBuilder(text);
    for (DatePhrase phrase : found.reversed()) {
      marked.insert(phrase.end(), "]").insert(phrase.start(), "[");
    }
    return marked.toString();
  }

  static String meanings(List<DatePhrase> found) {
    return found.stream().map(phrase -> write(phrase.meaning())).collect(Collectors.joining("; "));
  }

  private static String write(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Day(var date) -> date.toString();
      case Meaning.Moment(var at, var stated, var other) ->
          (stated ? "" : "~") + at + other.map(time -> "|" + time).orElse("");
      case Meaning.Part(var date, var part, var stated) -> (stated ? "" : "~") + date + " " + part;
      case Meaning.Days(var first, var last) -> first + "/" + last;
      case Meaning.Range(var from, var to) -> write(from) + ".." + write(to);
      case Meaning.Within(var from, var to) -> "within " + from + ".." + to;
      case Meaning.Series(var recurrence, var first) -> write(first) + " " + recurrence.rule();
      case Meaning.Length(var length) -> length.toString();
      case Meaning.Mismatch(var date, var stated) -> date + " not " + stated;
      case Meaning.NoSuchDay(var day, var month) -> "no " + day + " " + month;
      case Meaning.NoSuchWeekday(var nth, var weekday, var month) ->
          "no " + weekday + " " + nth + " " + month;
    };
  }

  private static List<String> lines(String resource) {
    try (var stream = Phrase.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return line + " " + marked;
  }
}
