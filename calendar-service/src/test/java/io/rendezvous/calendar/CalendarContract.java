package io.rendezvous.calendar;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.tool.Receipt;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every calendar does, whoever provides it. */
public abstract class CalendarContract extends ContractFixture {
  @Test
  void creates_an_event_and_reads_it_back() {
    CallId call = TestCalls.newCall(ana);
    var created =
        (Effect.Created)
            done(calendars().create(calendar, EffectId.of(call), lunch(), Notify.NOBODY));
    assertThat(created.event().content()).isEqualTo(lunch());
    assertThat(done(calendars().get(calendar, created.event().id()))).isEqualTo(created.event());
    assertThat(created.receipt())
        .isEqualTo(
            new Receipt(
                Receipt.Kind.CREATED,
                calendar.name(),
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
                    .change(calendar, EffectId.of(call), before.id(), later(60), Notify.NOBODY));
    assertThat(moved.before()).isEqualTo(before);
    assertThat(moved.event().time().start()).isEqualTo(ONE_PM.plusSeconds(3600));
    assertThat(moved.event().text()).isEqualTo(before.text());
    assertThat(moved.event().etag()).isNotEqualTo(before.etag());
    assertThat(moved.receipt().preImage()).isEqualTo(call.value());
    assertThat(done(calendars().get(calendar, before.id()))).isEqualTo(moved.event());
  }

  @Test
  void deletes_an_event_and_keeps_what_was() {
    CalendarEvent event = create(lunch());
    var deleted =
        (Effect.Deleted)
            done(
                calendars()
                    .delete(
                        calendar,
                        TestCalls.newEffect(ana),
                        event.id(),
                        Condition.NONE,
                        Notify.NOBODY));
    assertThat(deleted.event()).isEqualTo(event);
    assertThat(deleted.receipt().etag()).isNull();
    assertThat(failure(calendars().get(calendar, event.id())))
        .isEqualTo(new CalendarFailure.NotFound());
    assertThat(list(ONE_PM, ONE_PM.plusSeconds(3600))).isEmpty();
  }

  @Test
  void knows_no_other_calendar_and_no_other_event() {
    var unknown = new CalendarId(ana, "unknown");
    CallId call = TestCalls.newCall(ana);
    var notFound = new CalendarFailure.NotFound();
    assertThat(failure(calendars().get(unknown, "x"))).isEqualTo(notFound);
    assertThat(failure(calendars().get(calendar, "x"))).isEqualTo(notFound);
    assertThat(failure(calendars().create(unknown, EffectId.of(call), lunch(), Notify.NOBODY)))
        .isEqualTo(notFound);
    assertThat(
            failure(calendars().change(calendar, EffectId.of(call), "x", later(1), Notify.NOBODY)))
        .isEqualTo(notFound);
    assertThat(
            failure(
                calendars()
                    .delete(calendar, EffectId.of(call), "x", Condition.NONE, Notify.NOBODY)))
        .isEqualTo(notFound);
  }

  @Test
  void another_user_sees_and_touches_nothing() {
    CalendarEvent event = create(lunch());
    UserId bob = TestCalls.newUser();
    CalendarId bobs = calendarOf(bob);
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
    assertThat(done(calendars().list(bobs, period, 10, null)).events()).isEmpty();
    assertThat(done(calendars().get(calendar, event.id()))).isEqualTo(event);
  }

  @Test
  void refuses_an_event_longer_than_the_longest() {
    EventTime tooLong =
        new EventTime(ONE_PM, ONE_PM.plus(Duration.ofDays(31)).plusSeconds(1), PARIS);
    assertThat(
            failure(
                calendars()
                    .create(
                        calendar, TestCalls.newEffect(ana), lunch().at(tooLong), Notify.NOBODY)))
        .isInstanceOf(CalendarFailure.Invalid.class);
  }
}
