package io.rendezvous.common.personal;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sealed text as the attributes of an item: {@code sealed}, {@code characters}, {@code digest}. */
public final class SealedText {
  private static final String SEALED = "sealed";
  private static final String CHARACTERS = "characters";
  private static final String DIGEST = "digest";

  private SealedText() {}

  public static Map<String, AttributeValue> attributes(Personal text) {
    return Map.of(
        SEALED, AttributeValue.fromS(text.sealed()),
        CHARACTERS, AttributeValue.fromN(Integer.toString(text.characters())),
        DIGEST, AttributeValue.fromS(text.digest()));
  }

  /** The text in the item; the item must have one. */
  public static Personal of(Map<String, AttributeValue> item) {
    return new Personal(
        required(item, SEALED).s(),
        Integer.parseInt(required(item, CHARACTERS).n()),
        required(item, DIGEST).s());
  }

  private static AttributeValue required(Map<String, AttributeValue> item, String name) {
    return requireNonNull(item.get(name), name);
  }
}
