package io.rendezvous.calendar.google;

import static io.rendezvous.calendar.TestCalls.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.Response;
import io.rendezvous.testsupport.google.Fault;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Row 3: whoever dies in the middle of an effect, before or after Google has done it, leaves one
 * effect, told once.
 */
class GoogleCrashTest extends GoogleFixture {
  private static final int TIMES = 50;

  @ParameterizedTest
  @EnumSource
  void a_creation_is_one_event(Dying.Point point) {
    for (int time = 0; time < TIMES; time++) {
      EffectId effect = newEffect();
      dieAndDeliverAgain(
          point,
          calendars ->
              calendars.create(
                  calendar, effect, lunch("2026-11-27T13:00", ANA, BOB), Notify.ATTENDEES));
    }
    assertThat(google.writes()).hasSize(TIMES);
    assertThat(list()).hasSize(TIMES);
    assertThat(google.mails()).hasSize(TIMES).containsOnly(BOB.email());
  }

  @ParameterizedTest
  @EnumSource
  void a_change_is_one_change(Dying.Point point) {
    CalendarEvent event = create(lunch("2026-11-27T13:00", ANA, BOB));
    for (int time = 0; time < TIMES; time++) {
      EffectId effect = newEffect();
      String title = "Déjeuner " + time;
      dieAndDeliverAgain(
          point,
          calendars ->
              calendars.change(calendar, effect, event.id(), titled(title), Notify.ATTENDEES));
      assertThat(get(event.id()).text().title()).isEqualTo(title);
    }
    assertThat(google.writes()).hasSize(TIMES + 1);
    assertThat(google.mails()).hasSize(TIMES);
  }

  @ParameterizedTest
  @EnumSource
  void a_deletion_and_its_undoing_are_one_each(Dying.Point point) {
    CalendarEvent event = create(lunch("2026-11-27T13:00", ANA, BOB));
    for (int time = 0; time < TIMES; time++) {
      EffectId effect = newEffect();
      Effect deleted =
          dieAndDeliverAgain(
              point,
              calendars ->
                  calendars.delete(calendar, effect, event.id(), Condition.NONE, Notify.ATTENDEES));
      assertThat(list()).isEmpty();
      EffectId undoing = newEffect();
      dieAndDeliverAgain(point, calendars -> calendars.undo(undoing, deleted));
      assertThat(list()).hasSize(1);
    }
    assertThat(google.writes()).hasSize(2 * TIMES + 1);
    assertThat(google.mails()).hasSize(2 * TIMES);
  }

  @ParameterizedTest
  @EnumSource
  void an_answer_is_given_once(Dying.Point point) {
    CalendarEvent event = create(lunch("2026-11-27T13:00", ANA, BOB));
    for (int time = 0; time < TIMES; time++) {
      EffectId effect = newEffect();
      Response response = time % 2 == 0 ? Response.ACCEPTED : Response.DECLINED;
      dieAndDeliverAgain(
          point,
          calendars -> calendars.respond(calendar, effect, event.id(), response, Notify.ATTENDEES));
      assertThat(get(event.id()).facts().declined()).isEqualTo(response == Response.DECLINED);
    }
    assertThat(google.writes()).hasSize(TIMES + 1);
  }

  @Test
  void an_event_that_others_deleted_after_the_crash_stays_deleted() {
    EffectId effect = newEffect();
    assertThatThrownBy(
            () ->
                dying(Dying.Point.AFTER_THE_ANSWER)
                    .create(calendar, effect, lunch("2026-11-27T13:00"), Notify.NOBODY))
        .isInstanceOf(Dying.Death.class);
    String id = list().getFirst().id();
    google.delete(id, null, false);
    // Row 31: Google answers 409 for the id of a deleted event too.
    Effect told =
        done(calendars.create(calendar, effect, lunch("2026-11-27T13:00"), Notify.NOBODY));
    assertThat(told.event().id()).isEqualTo(id);
    assertThat(list()).isEmpty();
    assertThat(google.writes()).hasSize(2);
  }

  @Test
  void a_cut_after_each_kind_of_write_is_one_effect() {
    next(new Fault.CutWhenDone());
    CalendarEvent event = create(lunch("2026-11-27T13:00", ANA, BOB));
    onThe(3, new Fault.FailWhenDone(503));
    Effect changed = change(event.id(), titled("Brunch"));
    onThe(3, new Fault.CutWhenDone());
    undo(changed);
    onThe(2, new Fault.CutWhenDone());
    Effect deleted = delete(event.id());
    onThe(3, new Fault.FailWhenDone(500));
    undo(deleted);
    assertThat(get(event.id()).text().title()).isEqualTo("Déjeuner");
    assertThat(google.writes())
        .extracting(write -> write.split(" ")[0])
        .containsExactly("POST", "PUT", "PUT", "DELETE", "PUT");
  }

  private Effect dieAndDeliverAgain(
      Dying.Point point, Function<Calendar, Outcome<Effect>> delivery) {
    assertThatThrownBy(() -> delivery.apply(dying(point))).isInstanceOf(Dying.Death.class);
    Effect effect = done(delivery.apply(calendars));
    assertThat(done(delivery.apply(calendars))).isEqualTo(effect);
    return effect;
  }

  private static Calendar dying(Dying.Point point) {
    return TestGoogle.open(store -> new Dying(store, point));
  }
}
