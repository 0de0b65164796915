package io.rendezvous.orchestrator.model.provider;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.orchestrator.model.ModelRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a model is told before the conversation: in French to those who speak it, else English. */
final class SystemPrompt {
  private static final String FRENCH = template("fr");
  private static final String ENGLISH = template("en");

  private SystemPrompt() {}

  static String of(ModelRequest request) {
    Preferences user = request.preferences();
    boolean french = user.language().getLanguage().equals("fr");
    Locale reader = french ? Locale.FRENCH : Locale.ENGLISH;
    ZonedDateTime now = request.askedAt().atZone(user.timeZone());
    String general =
        (french ? FRENCH : ENGLISH)
            .replace("{weekday}", format("EEEE", reader, now))
            .replace("{day}", format("d MMMM uuuu", reader, now))
            .replace("{date}", now.toLocalDate().toString())
            .replace("{time}", format("HH:mm", reader, now))
            .replace("{zone}", user.timeZone().getId())
            .replace("{dayStart}", user.dayStart().toString())
            .replace("{dayEnd}", user.dayEnd().toString())
            .replace("{meetingMinutes}", Integer.toString(user.meetingMinutes()))
            .replace("{language}", user.language().getDisplayLanguage(reader));
    String own = request.systemPrompt();
    return own == null || own.isBlank() ? general : general + "\n" + own;
  }

  private static String format(String pattern, Locale reader, ZonedDateTime now) {
    return DateTimeFormatter.ofPattern(pattern, reader).format(now);
  }

  private static String template(String language) {
    String name = "system-prompt." + language + ".txt";
    try (var text = SystemPrompt.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IllegalStateException("Expected " + name + " beside its class, but found none");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
