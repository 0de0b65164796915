package io.rendezvous.gateway.conversation;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.gateway.log.ConversationTable.Place;
import io.rendezvous.gateway.problem.FieldError;
import io.rendezvous.gateway.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a list goes on; opaque to clients. */
final class Cursor {
  private Cursor() {}

  static String of(long sequence) {
    return encode(Long.toString(sequence));
  }

  static String of(Place place) {
    return encode(place.lastActivityAt() + " " + place.conversation());
  }

  /** A place among messages. */
  static long sequence(String cursor) {
    try {
      return Long.parseLong(decode(cursor));
    } catch (NumberFormatException otherForm) {
      throw invalid();
    }
  }

  /** A place among conversations. */
  static Place place(String cursor) {
    try {
      String[] parts = decode(cursor).split(" ", -1);
      if (parts.length != 2) {
        throw invalid();
      }
      return new Place(Instant.parse(parts[0]), new ConversationId(parts[1]));
    } catch (DateTimeException | IllegalArgumentException otherForm) {
      throw invalid();
    }
  }

  private static String encode(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      throw invalid();
    }
  }

  private static Problem invalid() {
    return Problem.invalid(new FieldError("cursor", "is not one that was handed out here"));
  }
}
