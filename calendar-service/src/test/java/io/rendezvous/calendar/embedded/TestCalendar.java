package io.rendezvous.calendar.embedded;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.testsupport.TestDynamoDb;
import java.time.Duration;

/** The embedded calendar on tables of its own. */
public final class TestCalendar {
  private TestCalendar() {}

  /** Makes its tables; another with the same prefix is the same calendar. */
  public static Calendar open(String tablePrefix) {
    var database = TestDynamoDb.settings(tablePrefix);
    var tables = TestDynamoDb.client();
    var limits = new EmbeddedSettings(Duration.ofDays(31), 20, Duration.ofMillis(10));
    var items = new EventItems(TestDynamoDb.vault(tablePrefix));
    var events = new EventTable(tables, database, items, limits);
    var journal = new Journal(tables, database, new JournalItems(items));
    events.createIfMissing();
    journal.createIfMissing();
    var writer = new EffectWriter(tables, events, items, journal);
    return new EmbeddedCalendar(events, new OncePerCall(journal, writer, limits), limits);
  }
}
