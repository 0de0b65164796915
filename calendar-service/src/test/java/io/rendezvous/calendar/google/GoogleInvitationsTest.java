package io.rendezvous.calendar.google;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** Whom Google tells of what, and what people answer. */
class GoogleInvitationsTest extends GoogleFixture {
  @Test
  void tells_attendees_of_each_effect_and_of_its_undoing_once() {
    var created =
        done(
            calendars.create(
                calendar, newEffect(), lunch("2026-11-27T13:00", ANA, BOB), Notify.ATTENDEES));
    Effect changed =
        done(
            calendars.change(
                calendar,
                newEffect(),
                created.event().id(),
                at("2026-11-27T14:00"),
                Notify.ATTENDEES));
    undo(changed);
    done(
        calendars.delete(
            calendar, newEffect(), created.event().id(), Condition.NONE, Notify.ATTENDEES));
    assertThat(google.mails()).hasSize(4).containsOnly(BOB.email());
  }

  @Test
  void tells_nobody_unless_somebody_asks() {
    CalendarEvent event = create(lunch("2026-11-27T13:00", ANA, BOB));
    undo(change(event.id(), at("2026-11-27T14:00")));
    undo(delete(event.id()));
    assertThat(google.mails()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void answers_for_the_user_and_leaves_the_answers_of_others(Response response) {
    CalendarEvent event = create(lunch("2026-11-27T13:00", ANA, BOB));
    google.edit(event.id(), one -> attendee(one, 1).put("responseStatus", "tentative"));
    Effect answered =
        done(calendars.respond(calendar, newEffect(), event.id(), response, Notify.NOBODY));
    assertThat(answered.event().text().attendees())
        .containsExactly(ANA.answering(response), BOB.answering(Response.TENTATIVE));
    assertThat(answered.event().facts().declined()).isEqualTo(response == Response.DECLINED);
    assertThat(list().getFirst().isBusy()).isEqualTo(response != Response.DECLINED);
  }

  @Test
  void answers_for_one_occurrence() {
    CalendarEvent series =
        create(
            series("2026-11-27T13:00", "RRULE:FREQ=DAILY;COUNT=2")
                .with(lunch("2026-11-27T13:00", ANA, BOB).text()));
    String second = series.id() + "~20261128T120000Z";
    done(calendars.respond(calendar, newEffect(), second, Response.DECLINED, Notify.NOBODY));
    assertThat(list()).extracting(event -> event.facts().declined()).containsExactly(false, true);
  }

  @Test
  void does_not_answer_where_nobody_has_asked_her() {
    CalendarEvent event = create(lunch("2026-11-27T13:00", BOB));
    assertThat(
            failure(
                calendars.respond(
                    calendar, newEffect(), event.id(), Response.ACCEPTED, Notify.NOBODY)))
        .isInstanceOf(CalendarFailure.Invalid.class);
  }

  @Test
  void whoever_stays_invited_keeps_what_was_answered() {
    CalendarEvent event = create(lunch("2026-11-27T13:00", ANA, BOB));
    google.edit(
        event.id(),
        one -> attendee(one, 1).put("responseStatus", "accepted").put("additionalGuests", 2));
    var carol = new Attendee("carol@example.com", null, true, null);
    change(
        event.id(),
        current -> {
          EventText text = current.text();
          Attendee bob = text.attendees().get(1);
          return new Outcome.Done<>(
              current.content().with(new EventText(text.title(), null, null, List.of(bob, carol))));
        });
    assertThat(get(event.id()).text().attendees())
        .containsExactly(BOB.answering(Response.ACCEPTED), carol);
    assertThat(attendee(google.get(event.id()), 0).path("additionalGuests").asInt()).isEqualTo(2);
  }

  private static ObjectNode attendee(ObjectNode event, int index) {
    return (ObjectNode) event.path("attendees").get(index);
  }
}
