package io.rendezvous.calendar;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.calendar.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How every calendar undoes: to the letter where it can, and never what others did since. */
public abstract class UndoingContract extends ContractFixture {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2028-01-01T00:00:00Z");

  @Test
  void undoes_a_creation() {
    Effect created = done(calendars().create(calendar(), newEffect(), lunch(), Notify.NOBODY));
    EffectId id = newEffect();
    Effect undone = done(calendars().undo(id, created));
    assertThat(undone).isInstanceOf(Effect.Deleted.class);
    assertThat(list()).isEmpty();
    assertThat(done(calendars().undo(id, created))).isEqualTo(undone);
    assertThat(failure(calendars().undo(newEffect(), created)))
        .isEqualTo(new CalendarFailure.NotFound());
  }

  @Test
  void undoes_a_change_to_the_letter() {
    CalendarEvent event = create(lunch());
    Effect changed =
        change(
            event.id(),
            current ->
                new Outcome.Done<>(
                    current
                        .content()
                        .at(time(60))
                        .with(inviting())
                        .reminding(
                            List.of(new Reminder(Reminder.Method.POPUP, Duration.ofMinutes(5))))));
    EffectId id = newEffect();
    Effect undone = done(calendars().undo(id, changed));
    assertThat(get(event.id()).content()).isEqualTo(event.content());
    assertThat(get(event.id()).facts()).isEqualTo(event.facts());
    assertThat(get(event.id())).isEqualTo(undone.event());
    assertThat(done(calendars().undo(id, changed))).isEqualTo(undone);
  }

  @Test
  void undoes_a_deletion_to_the_letter() {
    CalendarEvent event = create(lunch());
    Effect deleted = delete(event.id());
    Effect undone = done(calendars().undo(newEffect(), deleted));
    assertThat(undone).isInstanceOf(Effect.Created.class);
    assertThat(get(event.id()).content()).isEqualTo(event.content());
    assertThat(get(event.id()).facts()).isEqualTo(event.facts());
    assertThat(failure(calendars().undo(newEffect(), deleted)))
        .isEqualTo(new CalendarFailure.Edited());
  }

  @Test
  void undoes_an_undoing() {
    CalendarEvent event = create(lunch());
    Effect deleted = delete(event.id());
    Effect undone = done(calendars().undo(newEffect(), deleted));
    done(calendars().undo(newEffect(), undone));
    assertThat(list()).isEmpty();
  }

  @Test
  void undoes_an_answer() {
    CalendarEvent event = create(lunch().with(inviting(me())));
    Effect answered =
        done(
            calendars()
                .respond(calendar(), newEffect(), event.id(), Response.ACCEPTED, Notify.NOBODY));
    done(calendars().undo(newEffect(), answered));
    assertThat(get(event.id()).text().attendees()).containsExactly(me());
  }

  @Test
  void leaves_what_others_changed_of_other_fields() {
    CalendarEvent event = create(lunch());
    Effect moved = change(event.id(), later(60));
    change(event.id(), titled("Brunch"));
    Effect undone = done(calendars().undo(newEffect(), moved));
    assertThat(undone.event().time()).isEqualTo(event.time());
    assertThat(undone.event().text().title()).isEqualTo("Brunch");
    assertThat(get(event.id())).isEqualTo(undone.event());
    assertThat(Undoing.kept(moved, undone)).isEmpty();
  }

  @Test
  void leaves_what_others_changed_of_the_same_field_and_tells() {
    CalendarEvent event = create(lunch());
    Effect changed =
        change(
            event.id(),
            current ->
                new Outcome.Done<>(
                    current.content().at(time(60)).with(titled(current.text(), "Brunch"))));
    CalendarEvent edited = change(event.id(), later(15)).event();
    Effect undone = done(calendars().undo(newEffect(), changed));
    assertThat(undone.event().time()).isEqualTo(edited.time());
    assertThat(undone.event().text().title()).isEqualTo("Déjeuner");
    assertThat(Undoing.kept(changed, undone)).containsExactly("time");
  }

  @Test
  void leaves_all_where_others_changed_all_of_it() {
    Effect created = done(calendars().create(calendar(), newEffect(), lunch(), Notify.NOBODY));
    Effect moved = change(created.event().id(), later(60));
    Effect edited = change(created.event().id(), later(15));
    var expected = new CalendarFailure.Edited();
    assertThat(failure(calendars().undo(newEffect(), moved))).isEqualTo(expected);
    EffectId id = newEffect();
    assertThat(failure(calendars().undo(id, created))).isEqualTo(expected);
    assertThat(failure(calendars().undo(id, created))).isEqualTo(expected);
    assertThat(get(created.event().id())).isEqualTo(edited.event());
  }

  @Test
  void cannot_undo_a_change_of_what_is_gone() {
    CalendarEvent event = create(lunch());
    Effect moved = change(event.id(), later(60));
    delete(event.id());
    assertThat(failure(calendars().undo(newEffect(), moved)))
        .isEqualTo(new CalendarFailure.NotFound());
    assertThat(list()).isEmpty();
  }

  @Test
  void undoes_a_change_of_one_occurrence() {
    CalendarEvent series = create(weekly());
    String second = series.id() + "~20261204T120000Z";
    CalendarEvent before = get(second);
    Effect moved = change(second, later(90));
    change(series.id() + "~20261211T120000Z", titled("Brunch"));
    done(calendars().undo(newEffect(), moved));
    assertThat(get(second).content()).isEqualTo(before.content());
    assertThat(list(FROM, TO))
        .extracting(event -> event.text().title())
        .containsExactly("Déjeuner", "Déjeuner", "Brunch");
  }

  @Test
  void undoes_a_deletion_of_one_occurrence() {
    CalendarEvent series = create(weekly());
    String second = series.id() + "~20261204T120000Z";
    CalendarEvent edited = change(second, titled("Brunch")).event();
    Effect deleted = delete(second);
    done(calendars().undo(newEffect(), deleted));
    assertThat(get(second).content()).isEqualTo(edited.content());
    assertThat(localStarts(list(FROM, TO)))
        .containsExactly("2026-11-27T13:00", "2026-12-04T13:00", "2026-12-11T13:00");
  }

  @Test
  void undoes_what_was_done_to_a_whole_series() {
    CalendarEvent series = create(weekly());
    change(series.id() + "~20261204T120000Z", titled("Brunch"));
    CalendarEvent before = get(series.id());
    List<CalendarEvent> occurrences = list(FROM, TO);
    Effect moved = change(series.id(), later(24 * 60 + 30));
    done(calendars().undo(newEffect(), moved));
    assertThat(get(series.id()).facts()).isEqualTo(before.facts());
    Effect deleted = delete(series.id());
    assertThat(list(FROM, TO)).isEmpty();
    done(calendars().undo(newEffect(), deleted));
    assertThat(get(series.id()).facts()).isEqualTo(before.facts());
    assertThat(list(FROM, TO))
        .extracting(CalendarEvent::content)
        .containsExactlyElementsOf(occurrences.stream().map(CalendarEvent::content).toList());
  }

  private static EventContent weekly() {
    return lunch(LocalDateTime.of(2026, 11, 27, 13, 0), "RRULE:FREQ=WEEKLY;COUNT=3");
  }
}
