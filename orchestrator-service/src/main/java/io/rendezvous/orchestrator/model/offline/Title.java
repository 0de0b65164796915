package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.dates.Folding;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of an event that is to be made. */
final class Title {
  /** As the tool's schema says. */
  private static final int LONGEST = 300;

  private static final Pattern QUOTED =
      Pattern.compile("[«“\"]\\s*([^«»“”\"]*[^«»“”\"\\s])\\s*[»”\"]");
  private static final Pattern LOOSE_ENDS = Pattern.compile("^[\\s,;:.!?'-]+|[\\s,;:.!?'-]+$");
  private static final Pattern LONE_COMMA = Pattern.compile("\\s+(?=[,.;])");

  private Title() {}

  /** What is left of the request once time and verb are taken away; empty where nothing is. */
  static String of(Request request) {
    Matcher quoted = QUOTED.matcher(request.opening().text());
    return fit(quoted.find() ? quoted.group(1) : named(request));
  }

  private static String named(Request request) {
    Vocabulary.Titles titles = request.language().vocabulary().titles();
    String rest = request.openingMask().shown(request.heard().end());
    Matcher lead = titles.lead().matcher(Folding.fold(rest));
    String name = lead.find() ? rest.substring(lead.end()) : rest;
    return LOOSE_ENDS.matcher(LONE_COMMA.matcher(name).replaceAll("")).replaceAll("");
  }

  private static String fit(String name) {
    if (name.isEmpty()) {
      return name;
    }
    int first = name.offsetByCodePoints(0, 1);
    String title = name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
    int cut = Math.min(title.length(), LONGEST);
    return title.substring(
        0, cut < title.length() && Character.isLowSurrogate(title.charAt(cut)) ? cut - 1 : cut);
  }
}
