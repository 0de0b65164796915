package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.approval.ApprovalSettings;
import io.rendezvous.calendar.approval.Approvals;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.testsupport.TestDynamoDb;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.util.unit.DataSize;

/** The tools with small limits. */
public final class TestTools {
  private static final ApprovalSettings APPROVALS =
      new ApprovalSettings(Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofDays(30));

  private TestTools() {}

  /** On a calendar whose tables have this prefix. */
  public static CalendarTools of(String tablePrefix, Calendar calendars) {
    return of(tablePrefix, calendars, InstantSource.system());
  }

  static CalendarTools of(String tablePrefix, Calendar calendars, InstantSource clock) {
    var database = TestDynamoDb.settings(tablePrefix);
    var tables = TestDynamoDb.client();
    var vault = TestDynamoDb.vault(tablePrefix);
    var journal = new Journal(tables, database, vault, clock);
    var approvals = approvals(tablePrefix, clock);
    journal.createIfMissing();
    approvals.createIfMissing();
    return new CalendarTools(
        calendars, journal, approvals, vault, limits(DataSize.ofKilobytes(16)));
  }

  static Approvals approvals(String tablePrefix, InstantSource clock) {
    return new Approvals(
        TestDynamoDb.client(),
        TestDynamoDb.settings(tablePrefix),
        TestDynamoDb.vault(tablePrefix),
        clock,
        APPROVALS);
  }

  static ToolSettings limits(DataSize resultSize) {
    return new ToolSettings(
        3, 20, 2, Duration.ofDays(366), 5, 50, Duration.ofDays(7), 50, resultSize);
  }
}
