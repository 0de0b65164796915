package io.rendezvous.gateway.text;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.dates.DatePhrase;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a sentence that are not about time. */
final class Wording {
  private static final Pattern ADDRESS =
      Pattern.compile("[\\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}");

  /** Words that stand before a time or a person, and are left over when these are taken out. */
  private static final Pattern DANGLING =
      Pattern.compile(
          "(?:(?<=\\s)|^)(?:avec|with|et|and|à|a|at|le|la|les|on|the|de|du|from|pour|for|ce|dans|in|vers|around)$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern EDGE = Pattern.compile("^[\\s,;:.–-]+|[\\s,;:–-]+$");

  private Wording() {}

  /** Everybody whose address is there. */
  static List<Attendee> attendees(String text) {
    return ADDRESS
        .matcher(text)
        .results()
        .map(found -> found.group().toLowerCase(Locale.ROOT))
        .distinct()
        .map(email -> new Attendee(email, null))
        .toList();
  }

  /** What is left without times and addresses; all of it where nothing would be. */
  static String title(String text, List<DatePhrase> phrases) {
    var rest = new StringBuilder(text);
    for (DatePhrase phrase : phrases.reversed()) {
      rest.replace(phrase.start(), phrase.end(), "\n");
    }
    var title = new StringBuilder();
    for (String piece : ADDRESS.matcher(rest).replaceAll("\n").split("\n", -1)) {
      String kept = trimmed(piece);
      if (!kept.isEmpty()) {
        title.append(title.isEmpty() ? "" : " ").append(kept);
      }
    }
    return title.isEmpty() ? text.strip() : title.toString();
  }

  private static String trimmed(String piece) {
    String before = piece;
    while (true) {
      String after = EDGE.matcher(before).replaceAll("");
      after = DANGLING.matcher(after).replaceFirst("");
      if (after.equals(before)) {
        return after.replaceAll("\\s+", " ");
      }
      before = after;
    }
  }
}
