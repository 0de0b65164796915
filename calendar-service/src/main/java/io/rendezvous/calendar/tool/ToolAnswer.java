package io.rendezvous.calendar.tool;

import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.tool.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What a call came to.
 *
 * @param receipt null where it only read; of the last effect where it had several
 */
public record ToolAnswer(CalendarResult result, @Nullable Receipt receipt) {
  static ToolAnswer read(CalendarResult result) {
    return new ToolAnswer(result, null);
  }

  /** Whether it holds what other people wrote. */
  public boolean isForeign() {
    return Foreign.isIn(result);
  }
}
