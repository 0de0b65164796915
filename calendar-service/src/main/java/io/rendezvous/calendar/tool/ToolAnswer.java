package io.rendezvous.calendar.tool;

import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.tool.Receipt;
import org.jspecify.annotations.Nullable;

/** What a call came to; the receipt is null where it only read. */
public record ToolAnswer(CalendarResult result, @Nullable Receipt receipt) {
  static ToolAnswer read(CalendarResult result) {
    return new ToolAnswer(result, null);
  }
}
