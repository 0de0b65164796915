package io.rendezvous.orchestrator.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The templates of the system prompt: in French for those who speak it, else in English. */
public final class Templates {
  private static final String FRENCH = read("fr");
  private static final String ENGLISH = read("en");

  /** Of both texts: an event that bears it tells which were in use. */
  public static final String HASH = hash();

  private Templates() {}

  static String of(Locale language) {
    return isFrench(language) ? FRENCH : ENGLISH;
  }

  static boolean isFrench(Locale language) {
    return language.getLanguage().equals(Locale.FRENCH.getLanguage());
  }

  private static String read(String language) {
    String name = "system-prompt." + language + ".txt";
    try (var text = Templates.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IllegalStateException("Expected " + name + " beside its class, but found none");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash() {
    try {
      byte[] texts = (FRENCH + '\0' + ENGLISH).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(texts));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(
          "Expected every JDK to have SHA-256, but this one does not", impossible);
    }
  }
}
