package io.rendezvous.systemtest.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of an event of a stream.
 *
 * @param attempt empty where the id is that of an event of the log
 * @param characters how much of the attempt's text is told with it
 */
record FrameId(long sequence, String attempt, int characters) {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,18})(?:\\.([!-~]{1,64})\\.([0-9]{1,9}))?");

  static final FrameId START = new FrameId(0, "", 0);

  static Optional<FrameId> parse(String id) {
    Matcher parts = FORM.matcher(id);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long sequence = Long.parseLong(parts.group(1));
    return Optional.of(
        parts.group(2) == null
            ? new FrameId(sequence, "", 0)
            : new FrameId(sequence, parts.group(2), Integer.parseInt(parts.group(3))));
  }

  boolean ofTheLog() {
    return attempt.isEmpty();
  }
}
