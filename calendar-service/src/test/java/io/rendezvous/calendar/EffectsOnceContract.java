package io.rendezvous.calendar;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.UserId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How every calendar has effects: each call one, whoever else does what meanwhile. */
public abstract class EffectsOnceContract extends ContractFixture {
  @Test
  void a_repeated_creation_is_one_event_and_the_same_result() {
    CallId call = TestCalls.newCall(ana);
    Effect first = done(calendars().create(calendar(), EffectId.of(call), lunch(), Notify.NOBODY));
    assertThat(done(calendars().create(calendar(), EffectId.of(call), lunch(), Notify.NOBODY)))
        .isEqualTo(first);
    assertThat(list(ONE_PM, ONE_PM.plusSeconds(1))).containsExactly(listed(first.event()));
  }

  @Test
  void a_creation_repeated_fifty_times_at_once_is_one_event_and_one_result() throws Exception {
    CallId call = TestCalls.newCall(ana);
    List<Outcome<Effect>> outcomes =
        atOnce(50, () -> calendars().create(calendar(), EffectId.of(call), lunch(), Notify.NOBODY));
    assertThat(outcomes.stream().distinct()).hasSize(1);
    assertThat(list(ONE_PM, ONE_PM.plusSeconds(1)))
        .containsExactly(listed(done(outcomes.getFirst()).event()));
  }

  @Test
  void a_creation_repeated_after_the_event_was_moved_or_deleted_does_nothing() {
    CallId call = TestCalls.newCall(ana);
    Effect first = done(calendars().create(calendar(), EffectId.of(call), lunch(), Notify.NOBODY));
    String id = first.event().id();
    Effect moved =
        done(
            calendars().change(calendar(), TestCalls.newEffect(ana), id, later(60), Notify.NOBODY));
    assertThat(done(calendars().create(calendar(), EffectId.of(call), lunch(), Notify.NOBODY)))
        .isEqualTo(first);
    assertThat(done(calendars().get(calendar(), id))).isEqualTo(moved.event());
    done(
        calendars()
            .delete(calendar(), TestCalls.newEffect(ana), id, Condition.NONE, Notify.NOBODY));
    assertThat(done(calendars().create(calendar(), EffectId.of(call), lunch(), Notify.NOBODY)))
        .isEqualTo(first);
    assertThat(failure(calendars().get(calendar(), id))).isEqualTo(new CalendarFailure.NotFound());
  }

  @Test
  void a_repeated_move_moves_once() {
    CalendarEvent event = create(lunch());
    CallId call = TestCalls.newCall(ana);
    Effect first =
        done(
            calendars()
                .change(calendar(), EffectId.of(call), event.id(), later(60), Notify.NOBODY));
    assertThat(
            done(
                calendars()
                    .change(calendar(), EffectId.of(call), event.id(), later(60), Notify.NOBODY)))
        .isEqualTo(first);
    assertThat(done(calendars().get(calendar(), event.id()))).isEqualTo(first.event());
  }

  @Test
  void a_move_repeated_after_a_later_edit_or_deletion_leaves_that_alone() {
    CalendarEvent event = create(lunch());
    CallId call = TestCalls.newCall(ana);
    Effect first =
        done(
            calendars()
                .change(calendar(), EffectId.of(call), event.id(), later(60), Notify.NOBODY));
    Effect edit =
        done(
            calendars()
                .change(calendar(), TestCalls.newEffect(ana), event.id(), later(5), Notify.NOBODY));
    assertThat(
            done(
                calendars()
                    .change(calendar(), EffectId.of(call), event.id(), later(60), Notify.NOBODY)))
        .isEqualTo(first);
    assertThat(done(calendars().get(calendar(), event.id()))).isEqualTo(edit.event());
    done(
        calendars()
            .delete(
                calendar(), TestCalls.newEffect(ana), event.id(), Condition.NONE, Notify.NOBODY));
    assertThat(
            done(
                calendars()
                    .change(calendar(), EffectId.of(call), event.id(), later(60), Notify.NOBODY)))
        .isEqualTo(first);
  }

  @Test
  void a_repeated_deletion_deletes_once_and_tells_the_same() {
    CalendarEvent event = create(lunch());
    CallId call = TestCalls.newCall(ana);
    Effect first =
        done(
            calendars()
                .delete(calendar(), EffectId.of(call), event.id(), Condition.NONE, Notify.NOBODY));
    assertThat(
            done(
                calendars()
                    .delete(
                        calendar(), EffectId.of(call), event.id(), Condition.NONE, Notify.NOBODY)))
        .isEqualTo(first);
  }

  @Test
  void a_call_that_failed_once_stays_failed() {
    CallId call = TestCalls.newCall(ana);
    CallId creation = TestCalls.newCall(ana);
    assertThat(
            failure(
                calendars()
                    .delete(
                        calendar(),
                        EffectId.of(call),
                        idOf(creation),
                        Condition.NONE,
                        Notify.NOBODY)))
        .isEqualTo(new CalendarFailure.NotFound());
    Effect created =
        done(calendars().create(calendar(), EffectId.of(creation), lunch(), Notify.NOBODY));
    assertThat(
            failure(
                calendars()
                    .delete(
                        calendar(),
                        EffectId.of(call),
                        created.event().id(),
                        Condition.NONE,
                        Notify.NOBODY)))
        .isEqualTo(new CalendarFailure.NotFound());
    assertThat(done(calendars().get(calendar(), created.event().id()))).isEqualTo(created.event());
  }

  @Test
  void a_hundred_editors_at_once_lose_no_edit_in_silence() throws Exception {
    CalendarEvent event = create(lunch());
    var editors = new AtomicInteger();
    Map<String, Outcome<Effect>> outcomes = new ConcurrentHashMap<>();
    atOnce(
        100,
        () -> {
          String editor = "editor " + editors.incrementAndGet();
          outcomes.put(editor, signed(event, editor));
          return editor;
        });
    List<String> signatures = get(event.id()).text().description().lines().skip(1).toList();
    assertThat(signatures).isNotEmpty().doesNotHaveDuplicates();
    outcomes.forEach(
        (editor, outcome) -> {
          if (outcome instanceof Outcome.Done) {
            assertThat(signatures).contains(editor);
          } else {
            assertThat(failure(outcome)).isEqualTo(new CalendarFailure.Conflict());
          }
        });
  }

  /** Who gets no answer asks again, as the worker does. */
  private Outcome<Effect> signed(CalendarEvent event, String editor) {
    EffectId id = newEffect();
    Outcome<Effect> outcome;
    do {
      outcome = calendars().change(calendar(), id, event.id(), signing(editor), Notify.NOBODY);
    } while (outcome instanceof Outcome.Failed<Effect>(CalendarFailure.Unavailable _));
    return outcome;
  }

  private static Revision signing(String name) {
    return current -> {
      EventText text = current.text();
      String signed = text.description() + "\n" + name;
      return new Outcome.Done<>(
          current
              .content()
              .with(new EventText(text.title(), signed, text.location(), text.attendees())));
    };
  }

  @Test
  void a_closed_call_has_no_effect_any_more() {
    CallId call = TestCalls.newCall(ana);
    assertThat(failure(calendars().close(ana, EffectId.of(call))))
        .isEqualTo(new CalendarFailure.Closed());
    assertThat(failure(calendars().create(calendar(), EffectId.of(call), lunch(), Notify.NOBODY)))
        .isEqualTo(new CalendarFailure.Closed());
    assertThat(list(ONE_PM, ONE_PM.plusSeconds(1))).isEmpty();
  }

  @Test
  void closing_a_call_tells_the_effect_that_it_had() {
    CallId call = TestCalls.newCall(ana);
    Effect effect = done(calendars().create(calendar(), EffectId.of(call), lunch(), Notify.NOBODY));
    assertThat(done(calendars().close(ana, EffectId.of(call)))).isEqualTo(effect);
    assertThat(done(calendars().create(calendar(), EffectId.of(call), lunch(), Notify.NOBODY)))
        .isEqualTo(effect);
  }

  private String idOf(CallId creation) {
    UserId scratch = TestCalls.newUser();
    return done(calendars()
            .create(calendarOf(scratch), EffectId.of(creation), lunch(), Notify.NOBODY))
        .event()
        .id();
  }
}
