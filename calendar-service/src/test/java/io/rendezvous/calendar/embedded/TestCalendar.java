package io.rendezvous.calendar.embedded;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.testsupport.TestDynamoDb;
import java.time.Duration;
import java.time.InstantSource;

/** The embedded calendar on tables of its own. */
public final class TestCalendar {
  private TestCalendar() {}

  /** Makes its tables; another with the same prefix is the same calendar. */
  public static Calendar open(String tablePrefix) {
    var database = TestDynamoDb.settings(tablePrefix);
    var tables = TestDynamoDb.client();
    var limits = new EmbeddedSettings(Duration.ofDays(31), 65_536, 20, Duration.ofMillis(10));
    var vault = TestDynamoDb.vault(tablePrefix);
    var items = new EventItems(vault);
    var events = new EventTable(tables, database, items, limits);
    var journal = new Journal(tables, database, vault, InstantSource.system());
    events.createIfMissing();
    journal.createIfMissing();
    var writer = new EffectWriter(tables, events, items, journal);
    return new EmbeddedCalendar(
        events, new OncePerEffect(journal, writer, limits), InstantSource.system(), limits);
  }
}
