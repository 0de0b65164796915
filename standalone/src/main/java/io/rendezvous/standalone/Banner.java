package io.rendezvous.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Told once everything runs: where it is, which model serves, what to try, how to stop. */
final class Banner {
  static final String BOOK = "Planifie un déjeuner avec ana@example.com vendredi à 13h";
  static final String LIST = "What do I have on Friday?";

  private Banner() {}

  static List<String> lines(String baseUrl, String model, DataFolder data, String token) {
    String authorization = "-H \"Authorization: Bearer $(cat " + quoted(data.demoToken()) + ")\"";
    return Stream.of(
            "",
            "  Model    " + model,
            "  User     u-demo, with the token in " + data.demoToken() + ":",
            "           " + token,
            "  Data     " + data.path() + " (kept; logs/rendezvous.log tells what happens)",
            "",
            "  Try, in another terminal:",
            "",
            ask(baseUrl, authorization, BOOK),
            "",
            ask(baseUrl, authorization, LIST),
            "",
            "curl " + authorization + " " + baseUrl + "/api/v1/calendars/personal/events",
            "",
            "  Ctrl-C stops it.")
        .toList();
  }

  private static String ask(String baseUrl, String authorization, String text) {
    return "curl -N "
        + authorization
        + " -H 'Accept: text/event-stream' -H 'Content-Type: application/json' "
        + baseUrl
        + "/api/v1/prompts -d '{\"text\":\""
        + text
        + "\"}'";
  }

  /** As a POSIX shell wants it, whatever is in the name. */
  private static String quoted(Path path) {
    String name = path.toString();
    return name.matches("[A-Za-z0-9/._-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
  }
}
