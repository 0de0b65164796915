package io.rendezvous.orchestrator.prompt;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The templates of what models are told: in French for those who speak it, else in English. */
public final class Templates {
  private static final Map<String, String> TEXTS =
      Stream.of("system-prompt.fr", "system-prompt.en", "summary.fr", "summary.en")
          .collect(toMap(name -> name, Templates::read, (one, _) -> one, LinkedHashMap::new));

  /** Of all texts: an event that bears it tells which were in use. */
  public static final String HASH = hash();

  private Templates() {}

  /** The system prompt of a turn. */
  static String systemPrompt(Locale language) {
    return text("system-prompt", language);
  }

  /** What a model is told that makes a summary. */
  static String summary(Locale language) {
    return text("summary", language);
  }

  static boolean isFrench(Locale language) {
    return language.getLanguage().equals(Locale.FRENCH.getLanguage());
  }

  private static String text(String name, Locale language) {
    return requireNonNull(TEXTS.get(name + (isFrench(language) ? ".fr" : ".en")));
  }

  private static String read(String name) {
    String file = name + ".txt";
    try (var text = Templates.class.getResourceAsStream(file)) {
      if (text == null) {
        throw new IllegalStateException("Expected " + file + " beside its class, but found none");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash() {
    try {
      byte[] texts = String.join("\0", TEXTS.values()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(texts));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(
          "Expected every JDK to have SHA-256, but this one does not", impossible);
    }
  }
}
