package io.rendezvous.calendar;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import java.util.Comparator;

/**
 * Names one effect of a tool call.
 *
 * @param step its place among the call's effects, from 0: a change of this and the following
 *     occurrences takes two
 */
public record EffectId(CallId call, int step) {
  private static final char MARK = '+';
  private static final int ROUND = 0;
  private static final int INDEX = 1;

  /** In the order in which the calls of one turn were asked for. */
  public static final Comparator<EffectId> ORDER =
      Comparator.comparing(EffectId::turn, Comparator.comparing(TurnId::value))
          .thenComparingInt(id -> id.number(ROUND))
          .thenComparingInt(id -> id.number(INDEX))
          .thenComparingInt(EffectId::step);

  public EffectId {
    requireNonNull(call, "call");
    if (step < 0 || step > 9_999) {
      throw new IllegalArgumentException("Expected a step from 0 to 9999, but it is " + step);
    }
  }

  /** The first effect of a call. */
  public static EffectId of(CallId call) {
    return new EffectId(call, 0);
  }

  @JsonCreator
  public static EffectId parse(String value) {
    int mark = value.indexOf(MARK);
    return mark < 0
        ? of(new CallId(value))
        : new EffectId(
            new CallId(value.substring(0, mark)), Integer.parseInt(value.substring(mark + 1)));
  }

  private int number(int place) {
    String numbers = call.value().substring(turn().value().length() + 1);
    return Integer.parseInt(numbers.split("\\.", -1)[place]);
  }

  public TurnId turn() {
    return call.turn();
  }

  /** The call's own id for its first effect, so that ids of one turn begin alike. */
  @JsonValue
  public String value() {
    return step == 0 ? call.value() : call.value() + MARK + step;
  }

  @Override
  public String toString() {
    return value();
  }
}
