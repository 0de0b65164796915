package io.rendezvous.calendar.google;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.journal.RemoteStore;
import io.rendezvous.calendar.journal.Written;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.Response;
import io.rendezvous.testsupport.google.Fault;
import org.junit.jupiter.api.Test;

/** Row 32: what others do between our reading and our writing is never lost. */
class GoogleConflictsTest extends GoogleFixture {
  @Test
  void a_change_is_made_again_on_what_others_left_where_it_touches_nothing_of_theirs() {
    CalendarEvent event = create(lunch("2026-11-27T13:00"));
    meanwhile(3, event, "location", "Chez Bob");
    Effect changed =
        done(calendars.change(calendar, newEffect(), event.id(), titled("Brunch"), Notify.NOBODY));
    assertThat(changed.event().text().title()).isEqualTo("Brunch");
    assertThat(changed.event().text().location()).isEqualTo("Chez Bob");
    assertThat(get(event.id())).isEqualTo(changed.event());
  }

  @Test
  void a_change_of_what_others_have_changed_is_a_conflict_and_theirs_stays() {
    CalendarEvent event = create(lunch("2026-11-27T13:00"));
    meanwhile(3, event, "summary", "Dîner");
    assertThat(
            failure(
                calendars.change(
                    calendar, newEffect(), event.id(), titled("Brunch"), Notify.NOBODY)))
        .isEqualTo(new CalendarFailure.Conflict());
    assertThat(get(event.id()).text().title()).isEqualTo("Dîner");
  }

  @Test
  void a_deletion_of_what_others_have_changed_is_a_conflict() {
    CalendarEvent event = create(lunch("2026-11-27T13:00"));
    meanwhile(2, event, "summary", "Dîner");
    assertThat(
            failure(
                calendars.delete(calendar, newEffect(), event.id(), Condition.NONE, Notify.NOBODY)))
        .isEqualTo(new CalendarFailure.Conflict());
    assertThat(get(event.id()).text().title()).isEqualTo("Dîner");
  }

  @Test
  void an_answer_is_given_on_what_others_left() {
    CalendarEvent event = create(lunch("2026-11-27T13:00", ANA, BOB));
    meanwhile(3, event, "summary", "Dîner");
    Effect answered =
        done(
            calendars.respond(
                calendar, newEffect(), event.id(), Response.ACCEPTED, Notify.ATTENDEES));
    assertThat(answered.event().text().title()).isEqualTo("Dîner");
    assertThat(answered.event().text().attendees())
        .extracting(Attendee::response)
        .containsExactly(Response.ACCEPTED, null);
    assertThat(google.mails()).containsExactly(BOB.email());
  }

  @Test
  void the_same_edit_of_somebody_else_is_not_taken_for_ours() {
    CalendarEvent event = create(lunch("2026-11-27T13:00"));
    meanwhile(3, event, "summary", "Brunch");
    assertThat(
            failure(
                calendars.change(
                    calendar, newEffect(), event.id(), titled("Brunch"), Notify.NOBODY)))
        .isEqualTo(new CalendarFailure.Conflict());
  }

  @Test
  void an_effect_that_is_begun_twice_at_once_is_never_recorded_as_refused() {
    CalendarEvent event = create(lunch("2026-11-27T13:00"));
    EffectId effect = newEffect();
    // The second delivery comes and goes while the first is about to write.
    Calendar slow =
        TestGoogle.open(
            store ->
                new RemoteStore() {
                  @Override
                  public Outcome<CalendarEvent> read(CalendarId calendar, String id) {
                    return store.read(calendar, id);
                  }

                  @Override
                  public Written write(Effect planned) {
                    done(move(calendars, effect, event));
                    return store.write(planned);
                  }
                });
    assertThat(done(move(slow, effect, event))).isEqualTo(done(move(calendars, effect, event)));
    assertThat(google.writes()).hasSize(2);
  }

  /** Somebody changes a field just before one of our next requests arrives. */
  private void meanwhile(int request, CalendarEvent event, String field, String value) {
    Runnable edit = () -> google.edit(event.id(), resource -> resource.put(field, value));
    onThe(request, new Fault.Meanwhile(edit));
  }

  private Outcome<Effect> move(Calendar calendars, EffectId effect, CalendarEvent event) {
    return calendars.change(calendar, effect, event.id(), at("2026-11-27T14:00"), Notify.NOBODY);
  }
}
