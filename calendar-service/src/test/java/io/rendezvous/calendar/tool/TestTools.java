package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import org.springframework.util.unit.DataSize;

/** The tools with small limits. */
public final class TestTools {
  private TestTools() {}

  public static CalendarTools of(Calendar calendar) {
    return new CalendarTools(calendar, new ToolSettings(3, 20, 2, 5, DataSize.ofKilobytes(16)));
  }
}
