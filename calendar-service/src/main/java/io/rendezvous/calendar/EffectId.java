package io.rendezvous.calendar;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;

/**
 * Names one effect of a tool call.
 *
 * @param step its place among the call's effects, from 0: a change of this and the following
 *     occurrences takes two
 */
public record EffectId(CallId call, int step) {
  private static final char MARK = '+';

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
