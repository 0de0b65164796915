package io.rendezvous.calendar;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarInfo.AccessRole;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.Response;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.tool.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every calendar does, whoever provides it. */
public abstract class CalendarContract extends ContractFixture {
  @Test
  void creates_an_event_and_reads_it_back() {
    CallId call = TestCalls.newCall(ana);
    var created =
        (Effect.Created)
            done(calendars().create(calendar(), EffectId.of(call), lunch(), Notify.NOBODY));
    assertThat(created.event().content()).isEqualTo(lunch());
    assertThat(done(calendars().get(calendar(), created.event().id()))).isEqualTo(created.event());
    assertThat(created.receipt())
        .isEqualTo(
            new Receipt(
                Receipt.Kind.CREATED,
                calendar().mark(),
                created.event().id(),
                created.event().etag(),
                null));
  }

  @Test
  void moves_an_event_and_keeps_what_was() {
    CalendarEvent before = create(lunch());
    CallId call = TestCalls.newCall(ana);
    var moved =
        (Effect.Changed)
            done(
                calendars()
                    .change(calendar(), EffectId.of(call), before.id(), later(60), Notify.NOBODY));
    assertThat(moved.before()).isEqualTo(before);
    assertThat(moved.event().time().start()).isEqualTo(ONE_PM.plusSeconds(3600));
    assertThat(moved.event().text()).isEqualTo(before.text());
    assertThat(moved.event().etag()).isNotEqualTo(before.etag());
    assertThat(moved.receipt().preImage()).isEqualTo(call.value());
    assertThat(done(calendars().get(calendar(), before.id()))).isEqualTo(moved.event());
  }

  @Test
  void deletes_an_event_and_keeps_what_was() {
    CalendarEvent event = create(lunch());
    var deleted =
        (Effect.Deleted)
            done(
                calendars()
                    .delete(
                        calendar(),
                        TestCalls.newEffect(ana),
                        event.id(),
                        Condition.NONE,
                        Notify.NOBODY));
    assertThat(deleted.event()).isEqualTo(event);
    assertThat(deleted.receipt().etag()).isNull();
    assertThat(failure(calendars().get(calendar(), event.id())))
        .isEqualTo(new CalendarFailure.NotFound());
    assertThat(list(ONE_PM, ONE_PM.plusSeconds(3600))).isEmpty();
  }

  @Test
  void knows_no_other_calendar_and_no_other_event() {
    var unknown = new CalendarId(ana, "unknown");
    CallId call = TestCalls.newCall(ana);
    var notFound = new CalendarFailure.NotFound();
    assertThat(failure(calendars().get(unknown, "x"))).isEqualTo(notFound);
    assertThat(failure(calendars().get(calendar(), "x"))).isEqualTo(notFound);
    assertThat(failure(calendars().create(unknown, EffectId.of(call), lunch(), Notify.NOBODY)))
        .isEqualTo(notFound);
    assertThat(
            failure(
                calendars().change(calendar(), EffectId.of(call), "x", later(1), Notify.NOBODY)))
        .isEqualTo(notFound);
    assertThat(
            failure(
                calendars()
                    .delete(calendar(), EffectId.of(call), "x", Condition.NONE, Notify.NOBODY)))
        .isEqualTo(notFound);
  }

  @Test
  void another_user_sees_and_touches_nothing() {
    CalendarEvent event = create(lunch());
    UserId bob = TestCalls.newUser();
    var bobs = new CalendarId(bob, calendar().name());
    var notFound = new CalendarFailure.NotFound();
    assertThat(failure(calendars().get(bobs, event.id()))).isEqualTo(notFound);
    assertThat(
            failure(
                calendars()
                    .change(bobs, TestCalls.newEffect(bob), event.id(), later(1), Notify.NOBODY)))
        .isEqualTo(notFound);
    assertThat(
            failure(
                calendars()
                    .delete(
                        bobs, TestCalls.newEffect(bob), event.id(), Condition.NONE, Notify.NOBODY)))
        .isEqualTo(notFound);
    var period = new Period(ONE_PM, ONE_PM.plusSeconds(3600));
    if (calendars().list(bobs, period, 10, null) instanceof Outcome.Done<EventPage>(var page)) {
      assertThat(page.events()).isEmpty();
    }
    assertThat(done(calendars().get(calendar(), event.id()))).isEqualTo(event);
  }

  @Test
  void keeps_all_that_people_write() {
    var content =
        new EventContent(
            new EventText(
                "Déjeuner; à deux, \\o/",
                "First line\nsecond \"line\" 🧘",
                "Chez Ana & Bob <here>",
                List.of(
                    new Attendee("bob@example.com", "Bob"),
                    new Attendee("carl@example.com", null, true, null))),
            time(0),
            Recurrence.NONE,
            List.of(
                new Reminder(Reminder.Method.POPUP, Duration.ofMinutes(10)),
                new Reminder(Reminder.Method.EMAIL, Duration.ofDays(1))),
            true);
    CalendarEvent event = create(content);
    assertThat(event.content()).isEqualTo(content);
    assertThat(get(event.id())).isEqualTo(event);
    assertThat(event.isBusy()).isFalse();
    EventContent bare = new EventContent(titled(inviting(), "Seul"), time(30));
    change(event.id(), _ -> new Outcome.Done<>(bare));
    assertThat(get(event.id()).content()).isEqualTo(bare);
  }

  @Test
  void keeps_whole_days_and_many_of_them() {
    for (int days : List.of(1, 3)) {
      LocalDate first = LocalDate.of(2026, 11, 27);
      EventContent content = lunch().at(EventTime.days(first, first.plusDays(days), PARIS));
      CalendarEvent event = create(content);
      assertThat(event.content()).isEqualTo(content);
      Instant lastEvening = event.time().end().minusSeconds(1);
      assertThat(list(lastEvening, event.time().end())).contains(listed(event));
      assertThat(list(event.time().end(), event.time().end().plusSeconds(1))).isEmpty();
    }
  }

  @Test
  void tells_what_calendars_there_are() {
    List<CalendarInfo> infos = done(calendars().calendars(ana, calendar().account().orElse(null)));
    assertThat(infos)
        .filteredOn(info -> info.id().equals(calendar()))
        .singleElement()
        .satisfies(info -> assertThat(info.role()).isGreaterThanOrEqualTo(AccessRole.WRITER));
    assertThat(failure(calendars().calendars(ana, new AccountId("0000000000000000"))))
        .isEqualTo(new CalendarFailure.NotFound());
  }

  @Test
  void touches_only_the_version_that_was_meant() {
    CalendarEvent event = create(lunch());
    CalendarEvent edited = change(event.id(), later(10)).event();
    assertThat(
            failure(
                calendars()
                    .delete(
                        calendar(),
                        newEffect(),
                        event.id(),
                        Condition.version(event.etag()),
                        Notify.NOBODY)))
        .isEqualTo(new CalendarFailure.Conflict());
    assertThat(get(event.id())).isEqualTo(edited);
    done(
        calendars()
            .delete(
                calendar(),
                newEffect(),
                event.id(),
                Condition.version(edited.etag()),
                Notify.NOBODY));
    assertThat(list()).isEmpty();
  }

  @Test
  void answers_an_invitation_and_leaves_the_rest() {
    var bob = new Attendee("bob@example.com", null, false, Response.TENTATIVE);
    CalendarEvent event = create(lunch().with(inviting(bob, me())));
    EffectId id = newEffect();
    var answered =
        (Effect.Changed)
            done(calendars().respond(calendar(), id, event.id(), Response.DECLINED, Notify.NOBODY));
    assertThat(answered.event().text().attendees())
        .containsExactly(bob, me().answering(Response.DECLINED));
    assertThat(answered.event().time()).isEqualTo(event.time());
    assertThat(answered.event().isBusy()).isFalse();
    assertThat(get(event.id())).isEqualTo(answered.event());
    assertThat(
            done(calendars().respond(calendar(), id, event.id(), Response.DECLINED, Notify.NOBODY)))
        .isEqualTo(answered);
  }

  @Test
  void does_not_answer_for_whom_is_not_invited() {
    CalendarEvent event = create(lunch());
    assertThat(
            failure(
                calendars()
                    .respond(
                        calendar(), newEffect(), event.id(), Response.ACCEPTED, Notify.NOBODY)))
        .isInstanceOf(CalendarFailure.Invalid.class);
    assertThat(get(event.id())).isEqualTo(event);
  }

  @Test
  void refuses_a_recurrence_that_is_none() {
    var nonsense = new Recurrence(List.of("RRULE:FREQ=SOMETIMES"));
    assertThat(
            failure(
                calendars()
                    .create(calendar(), newEffect(), lunch().recurring(nonsense), Notify.NOBODY)))
        .isInstanceOf(CalendarFailure.Invalid.class);
    assertThat(list()).isEmpty();
  }
}
