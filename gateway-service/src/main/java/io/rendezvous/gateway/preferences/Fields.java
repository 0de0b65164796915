package io.rendezvous.gateway.preferences;

import io.rendezvous.gateway.problem.FieldError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of one object, and gathers what is wrong with them. */
final class Fields {
  private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000_000);

  private final JsonNode object;
  private final String prefix;
  private final List<FieldError> errors;

  /** Of an object that is known to be one; the prefix stands before its fields' names. */
  Fields(JsonNode object, String prefix, List<FieldError> errors) {
    this.object = object;
    this.prefix = prefix;
    this.errors = errors;
  }

  void requireKnown(Set<String> names) {
    for (String name : object.propertyNames()) {
      if (!names.contains(name)) {
        wrong(name, "is not known");
      }
    }
  }

  void wrong(String name, String message) {
    errors.add(new FieldError(prefix + name, message));
  }

  /**
   * A text as what it means; null where it is absent or wrong.
   *
   * @param reading throws where the text means nothing
   */
  <T> @Nullable T text(String name, String message, Function<String, T> reading) {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return null;
    }
    try {
      if (value.isString()) {
        return reading.apply(value.stringValue());
      }
    } catch (RuntimeException meansNothing) {
      // Told below.
    }
    wrong(name, message);
    return null;
  }

  /** A text of at most so many characters. */
  @Nullable String text(String name, int longest) {
    return text(
        name,
        "must be a text of at most " + longest + " characters",
        value -> {
          if (value.codePointCount(0, value.length()) > longest) {
            throw new IllegalArgumentException("too long");
          }
          return value;
        });
  }

  /** One of these texts. */
  @Nullable String oneOf(String name, List<String> known) {
    return text(
        name,
        "must be "
            + String.join(", ", known.subList(0, known.size() - 1))
            + " or "
            + known.getLast(),
        value -> {
          if (!known.contains(value)) {
            throw new IllegalArgumentException("another");
          }
          return value;
        });
  }

  /** Any of these texts; null where there is no such field. */
  @Nullable List<String> someOf(String name, List<String> known) {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return null;
    }
    boolean fine =
        value.isArray()
            && value
                .valueStream()
                .allMatch(text -> text.isString() && known.contains(text.stringValue()));
    if (!fine) {
      wrong(name, "must be a list of some of " + String.join(", ", known));
      return null;
    }
    return value.valueStream().map(JsonNode::stringValue).distinct().sorted().toList();
  }

  @Nullable Integer integer(String name, int least, int most) {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return null;
    }
    if (value.isInt() && value.intValue() >= least && value.intValue() <= most) {
      return value.intValue();
    }
    wrong(name, "must be a whole number from " + least + " to " + most);
    return null;
  }

  @Nullable Double number(String name, int least, int most) {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return null;
    }
    if (value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= most) {
      return value.doubleValue();
    }
    wrong(name, "must be a number from " + least + " to " + most);
    return null;
  }

  /** A whole number that is not negative. */
  @Nullable Long count(String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return null;
    }
    if (value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0) {
      return value.longValue();
    }
    wrong(name, "must be a whole number from 0 on");
    return null;
  }

  /** An amount of money, in billionths. */
  @Nullable Long nanos(String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return null;
    }
    BigDecimal amount = value.decimalValue(MOST_MONEY);
    if (amount.signum() >= 0 && amount.compareTo(MOST_MONEY) < 0) {
      return amount.movePointRight(9).setScale(0, RoundingMode.FLOOR).longValueExact();
    }
    wrong(name, "must be a number from 0 to below 1000000000");
    return null;
  }

  /** An object's fields; null where there is none, or something else. */
  @Nullable Fields object(String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return null;
    }
    if (value.isObject()) {
      return new Fields(value, prefix + name + ".", errors);
    }
    wrong(name, "must be an object");
    return null;
  }

  /** Any object of at most so many characters. */
  void free(String name, int longest) {
    if (object(name) != null && object.path(name).toString().length() > longest) {
      wrong(name, "must have at most " + longest + " characters");
    }
  }

  /** Texts, at most so many of at most so many characters; empty where there are none. */
  List<String> texts(String name, int most, int longest) {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return List.of();
    }
    boolean fine =
        value.isArray()
            && value.size() <= most
            && value
                .valueStream()
                .allMatch(
                    text ->
                        text.isString()
                            && !text.stringValue().isEmpty()
                            && text.stringValue().length() <= longest);
    if (fine) {
      return value.valueStream().map(JsonNode::stringValue).toList();
    }
    wrong(name, "must be at most " + most + " texts of 1 to " + longest + " characters");
    return List.of();
  }
}
