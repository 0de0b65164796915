package io.rendezvous.gateway.stream;

import io.rendezvous.gateway.problem.FieldError;
import io.rendezvous.gateway.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a client's stream stands: the last event of the log that it saw, and how much text of which
 * try after that.
 *
 * @param sequence 0 before the first event
 * @param attempt empty where no text was on its way
 */
record Place(long sequence, String attempt, int characters) {
  static final Place START = new Place(0, "", 0);

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,18})(?:\\.([!-~]{1,64})\\.([0-9]{1,9}))?");

  static Place of(long sequence) {
    return new Place(sequence, "", 0);
  }

  /**
   * Reads an event id.
   *
   * @throws Problem 400 if it is not of our form
   */
  static Place parse(String id) {
    Matcher parts = FORM.matcher(id);
    if (!parts.matches()) {
      throw unknown();
    }
    long sequence = Long.parseLong(parts.group(1));
    String attempt = parts.group(2);
    return attempt == null
        ? of(sequence)
        : new Place(sequence, attempt, Integer.parseInt(parts.group(3)));
  }

  static Problem unknown() {
    return Problem.invalid(new FieldError("Last-Event-ID", "is no id of an event of this stream"));
  }

  @Override
  public String toString() {
    return attempt.isEmpty()
        ? Long.toString(sequence)
        : sequence + "." + attempt + "." + characters;
  }
}
