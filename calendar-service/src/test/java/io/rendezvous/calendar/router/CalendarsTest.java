package io.rendezvous.calendar.router;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.Capabilities;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventFacts;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.account.Provider;
import io.rendezvous.calendar.journal.RemoteEffects;
import io.rendezvous.calendar.journal.RemoteStore;
import io.rendezvous.calendar.journal.Written;
import io.rendezvous.common.calendar.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CalendarsTest extends RouterFixture {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final Period DAY = new Period(NOON, NOON.plusSeconds(86_400));
  private static final EventContent LUNCH =
      new EventContent(
          new EventText("Lunch", null, null, List.of()),
          new EventTime(NOON, NOON.plusSeconds(3600), ZoneId.of("Europe/Paris")));

  private final EffectId effect = TestCalls.newEffect(ana);

  @Test
  void every_call_goes_to_the_provider_of_its_calendar() {
    var places = Map.of("embedded", own, "google", at(atGoogle), "caldav", at(atDav));
    places.forEach(
        (name, calendar) -> {
          var event = event(calendar);
          var done = new Effect.Created(effect, event, Notify.NOBODY);
          Map<String, Outcome<?>> answers =
              Map.of(
                  "list", calendars.list(calendar, DAY, 10, null),
                  "get", calendars.get(calendar, "id"),
                  "create", calendars.create(calendar, effect, LUNCH, Notify.NOBODY),
                  "change",
                      calendars.change(
                          calendar,
                          effect,
                          "id",
                          it -> new Outcome.Done<>(it.content()),
                          Notify.NOBODY),
                  "delete", calendars.delete(calendar, effect, "id", Condition.NONE, Notify.NOBODY),
                  "respond",
                      calendars.respond(calendar, effect, "id", Response.ACCEPTED, Notify.NOBODY),
                  "undo", calendars.undo(effect, done),
                  "changes", calendars.changes(calendar, null));
          answers.forEach(
              (what, answer) ->
                  assertThat(failure(answer))
                      .isEqualTo(new CalendarFailure.Invalid(name + " " + what)));
        });
    assertThat(bulkhead.rooms()).isZero();
  }

  @Test
  void a_calendar_of_an_account_of_somebody_else_is_none() {
    var his = connect(TestCalls.newUser(), Provider.GOOGLE);
    var calendar = CalendarId.of(ana, his.id(), "work");
    assertThat(failure(calendars.get(calendar, "id"))).isEqualTo(new CalendarFailure.NotFound());
    assertThat(failure(calendars.create(calendar, effect, LUNCH, Notify.NOBODY)))
        .isEqualTo(new CalendarFailure.NotFound());
    assertThat(failure(calendars.calendars(ana, his.id())))
        .isEqualTo(new CalendarFailure.NotFound());
    assertThat(calendars.source(calendar)).isEmpty();
    assertThat(google.asked).isEmpty();
  }

  @Test
  void a_calendar_of_an_account_that_was_removed_is_none() {
    accounts.remove(ana, atGoogle.id());
    assertThat(failure(calendars.get(at(atGoogle), "id")))
        .isEqualTo(new CalendarFailure.NotFound());
    assertThat(google.asked).isEmpty();
  }

  @Test
  void a_provider_that_is_not_here_is_away() {
    var without =
        new Calendars(
            accounts,
            new Providers(embedded, Optional.empty(), Optional.empty()),
            journal,
            bulkhead,
            together);
    assertThat(failure(without.get(at(atGoogle), "id")))
        .isEqualTo(new CalendarFailure.Unavailable());
  }

  @Test
  void lists_the_calendars_of_all_accounts_those_of_the_default_one_first() {
    embedded.calendars = (user, _) -> new Outcome.Done<>(List.of(info(own, true)));
    google.calendars = RouterFixture::two;
    caldav.calendars = RouterFixture::two;
    assertThat(ids()).startsWith(own).hasSize(5);
    done(accounts.makeDefault(ana, Optional.of(atDav.id())));
    assertThat(ids())
        .containsExactly(
            CalendarId.of(ana, atDav.id(), "main"),
            CalendarId.of(ana, atDav.id(), "work"),
            own,
            CalendarId.of(ana, atGoogle.id(), "main"),
            CalendarId.of(ana, atGoogle.id(), "work"));
    AllCalendars all = done(calendars.all(ana));
    assertThat(all.parts())
        .extracting(AllCalendars.Part::isDefault)
        .containsExactly(true, false, false);
    assertThat(all.silent()).isEmpty();
  }

  @Test
  void an_account_that_fails_or_throws_hides_no_other_and_is_told() {
    embedded.calendars = (user, _) -> new Outcome.Done<>(List.of(info(own, true)));
    google.calendars = (_, _) -> new Outcome.Failed<>(new CalendarFailure.Unauthorized());
    caldav.calendars =
        (_, _) -> {
          throw new IllegalStateException("bug");
        };
    AllCalendars all = done(calendars.all(ana));
    assertThat(all.calendars()).extracting(CalendarInfo::id).containsExactly(own);
    assertThat(all.silent())
        .containsExactlyInAnyOrder(
            new AllCalendars.Silent(atGoogle, new CalendarFailure.Unauthorized()),
            new AllCalendars.Silent(atDav, new CalendarFailure.Unavailable()));
  }

  @Test
  void an_account_that_does_not_answer_is_not_waited_for_without_end() {
    var never = new CountDownLatch(1);
    embedded.calendars = (user, _) -> new Outcome.Done<>(List.of(info(own, true)));
    google.calendars = RouterFixture::two;
    caldav.calendars =
        (_, _) -> {
          try {
            never.await();
          } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
          }
          return new Outcome.Done<>(List.of());
        };
    AllCalendars all = done(calendars.all(ana));
    assertThat(all.calendars()).hasSize(3);
    assertThat(all.silent())
        .containsExactly(new AllCalendars.Silent(atDav, new CalendarFailure.Unavailable()));
  }

  @Test
  void an_effect_that_nobody_has_begun_is_closed_without_asking_anybody() {
    assertThat(failure(calendars.close(ana, effect))).isEqualTo(new CalendarFailure.Closed());
    assertThat(failure(calendars.close(ana, effect))).isEqualTo(new CalendarFailure.Closed());
    assertThat(embedded.asked).isEmpty();
    assertThat(google.asked).isEmpty();
    assertThat(caldav.asked).isEmpty();
  }

  @Test
  void an_effect_that_was_begun_is_closed_by_its_provider() {
    begin(new Written.Failed(new CalendarFailure.Unavailable()));
    assertThat(failure(calendars.close(ana, effect)))
        .isEqualTo(new CalendarFailure.Invalid("caldav close"));
    assertThat(caldav.asked).containsExactly("close");
    assertThat(google.asked).isEmpty();
  }

  @Test
  void an_effect_that_is_done_is_told_without_asking_its_provider() {
    begin(new Written.Done(event(at(atDav))));
    assertThat(done(calendars.close(ana, effect)).event().calendar()).isEqualTo(at(atDav));
    assertThat(caldav.asked).isEmpty();
  }

  @Test
  void a_calendar_can_do_what_its_provider_can() {
    google.capabilities = new Capabilities(true, true, false);
    assertThat(calendars.capabilities(at(atGoogle))).isEqualTo(google.capabilities);
    assertThat(calendars.capabilities(at(atDav))).isEqualTo(caldav.capabilities);
    assertThat(calendars.capabilities(own)).isEqualTo(embedded.capabilities);
    accounts.remove(ana, atGoogle.id());
    assertThat(calendars.capabilities(at(atGoogle)))
        .isEqualTo(new Capabilities(false, false, false));
  }

  private void begin(Written answer) {
    var store =
        new RemoteStore() {
          @Override
          public Outcome<CalendarEvent> read(CalendarId calendar, String event) {
            return new Outcome.Failed<>(new CalendarFailure.NotFound());
          }

          @Override
          public Written write(Effect planned) {
            return answer;
          }
        };
    new RemoteEffects(journal, store, InstantSource.system(), 3)
        .run(
            ana,
            effect,
            () -> new Outcome.Done<>(new Effect.Created(effect, event(at(atDav)), Notify.NOBODY)));
  }

  private List<CalendarId> ids() {
    return done(calendars.calendars(ana, null)).stream().map(CalendarInfo::id).toList();
  }

  private static CalendarEvent event(CalendarId calendar) {
    return new CalendarEvent("id", calendar, LUNCH, "etag", EventFacts.OWN);
  }
}
