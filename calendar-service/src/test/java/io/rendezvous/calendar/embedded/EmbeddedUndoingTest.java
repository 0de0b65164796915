package io.rendezvous.calendar.embedded;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Recurrence;
import io.rendezvous.calendar.UndoingContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedUndoingTest extends UndoingContract {
  private static final Calendar CALENDAR = TestCalendar.open("embedded-calendar-");

  @Override
  protected Calendar calendars() {
    return CALENDAR;
  }

  @Test
  void a_series_stays_whose_occurrence_somebody_has_edited() {
    Effect created =
        done(
            CALENDAR.create(
                calendar(),
                newEffect(),
                lunch().recurring(new Recurrence(List.of("RRULE:FREQ=DAILY;COUNT=2"))),
                Notify.NOBODY));
    change(created.event().id() + "~20261128T120000Z", titled("Brunch"));
    assertThat(failure(CALENDAR.undo(newEffect(), created)))
        .isEqualTo(new CalendarFailure.Edited());
    assertThat(list()).hasSize(2);
  }
}
