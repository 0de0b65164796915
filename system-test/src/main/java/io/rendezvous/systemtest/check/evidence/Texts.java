package io.rendezvous.systemtest.check.evidence;

import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The personal texts of {@code history}, those that open with the key of their record's user. */
public record Texts(Map<Sealed, String> opened) {
  public Texts {
    opened = Map.copyOf(opened);
  }

  /** A ciphertext where it was found. */
  public record Sealed(UserId user, Personal text) {}

  /** What it says; empty where it was not sealed for this user. */
  public Optional<String> of(UserId user, Personal text) {
    return Optional.ofNullable(opened.get(new Sealed(user, text)));
  }

  /** Every sealed text within. */
  public static List<Personal> in(JsonNode json) {
    var found = new ArrayList<Personal>();
    collect(json, found);
    return List.copyOf(found);
  }

  private static void collect(JsonNode json, List<Personal> found) {
    if (json.path("sealed").isString() && json.path("digest").isString()) {
      found.add(
          new Personal(
              json.path("sealed").stringValue(),
              json.path("characters").asInt(0),
              json.path("digest").stringValue()));
    } else {
      json.forEach(child -> collect(child, found));
    }
  }
}
