package io.rendezvous.testsupport;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A text of others that wants to be obeyed.
 *
 * @param place where it stands: title, description, location, attendee or transcript
 */
public record Injection(String place, String text) {
  /** At least sixty, in French and English. */
  public static List<Injection> all() {
    try (var file = Injection.class.getResourceAsStream("injections.txt")) {
      return new String(
              requireNonNull(file, "injections.txt").readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| ", 2))
          .map(parts -> new Injection(parts[0].strip(), parts[1]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
