package io.rendezvous.calendar.outside;

import static io.rendezvous.calendar.TestCalls.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventFacts;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.journal.RemoteEffects;
import io.rendezvous.calendar.journal.RemoteStore;
import io.rendezvous.calendar.journal.Written;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnEffectsTest extends OutsideFixture {
  private CalendarEvent dentist;

  @BeforeEach
  void follow() throws Exception {
    round();
    dentist = done(provider.get(calendar, "e1"));
  }

  private EffectId effect() {
    return TestCalls.newEffect(ana);
  }

  @Test
  void what_we_do_ourselves_is_not_told() throws Exception {
    CalendarEvent lunch = provider.write(calendar, "e2", "Lunch");
    record(new Effect.Created(effect(), lunch, Notify.NOBODY));
    CalendarEvent later = provider.write(calendar, "e1", "Dentist, later");
    record(new Effect.Changed(effect(), dentist, later, Notify.NOBODY));
    nextRound();
    provider.delete(calendar, "e1");
    record(new Effect.Deleted(effect(), later, Notify.NOBODY));
    nextRound();
    assertThat(reports()).isEmpty();
  }

  @Test
  void nor_a_version_that_its_provider_gives_to_what_we_did() throws Exception {
    CalendarEvent lunch = provider.write(calendar, "e2", "Lunch");
    record(new Effect.Created(effect(), lunch, Notify.NOBODY));
    provider.write(calendar, "e2", "Lunch");
    nextRound();
    assertThat(reports()).isEmpty();
  }

  @Test
  void what_others_do_to_it_afterwards_is() throws Exception {
    CalendarEvent lunch = provider.write(calendar, "e2", "Lunch");
    record(new Effect.Created(effect(), lunch, Notify.NOBODY));
    nextRound();
    provider.write(calendar, "e2", "Lunch with Bob");
    nextRound();
    provider.delete(calendar, "e2");
    nextRound();
    assertThat(words()).containsExactly("CHANGED e2 Lunch with Bob", "DELETED e2 null");
  }

  @Test
  void the_same_event_of_another_calendar_is_not_ours() throws Exception {
    CalendarId other = CalendarId.of(ana, account.id(), "other");
    CalendarEvent changed = provider.write(calendar, "e1", "Dentist, later");
    var elsewhere =
        new CalendarEvent("e1", other, changed.content(), changed.etag(), changed.facts());
    record(new Effect.Changed(effect(), elsewhere, elsewhere, Notify.NOBODY));
    nextRound();
    assertThat(words()).containsExactly("CHANGED e1 Dentist, later");
  }

  @Test
  void what_is_being_done_is_not_told_though_nobody_knows_yet_what_came_of_it() throws Exception {
    var plan =
        new CalendarEvent(
            "e1", calendar, content("Dentist, later"), dentist.etag(), dentist.facts());
    var effects = new RemoteEffects(journal, new LookedAt(), clock, 1);
    EffectId id = effect();
    done(
        effects.run(
            ana,
            id,
            () -> new Outcome.Done<>(new Effect.Changed(id, dentist, plan, Notify.NOBODY))));
    assertThat(reports()).isEmpty();
    provider.write(calendar, "e1", "Dentist, earlier");
    nextRound();
    assertThat(words()).containsExactly("CHANGED e1 Dentist, earlier");
  }

  private EventContent content(String title) {
    var text = new EventText(title, null, null, List.of());
    return dentist.content().with(text);
  }

  /** Its calendar is looked at after the write and before the journal learns of it. */
  private final class LookedAt implements RemoteStore {
    @Override
    public Outcome<CalendarEvent> read(CalendarId of, String event) {
      return provider.get(of, event);
    }

    @Override
    public Written write(Effect planned) {
      CalendarEvent event =
          provider.write(calendar, planned.event().id(), planned.event().text().title());
      try {
        nextRound();
      } catch (InterruptedException e) {
        return new Written.Failed(new CalendarFailure.Unavailable());
      }
      return new Written.Done(event);
    }
  }

  @Test
  void a_series_that_lost_an_occurrence_through_us_is_not_told() throws Exception {
    CalendarEvent cancelled = provider.write(calendar, "e1~20261208T110000Z", "Dentist", "e1");
    record(new Effect.Deleted(effect(), cancelled, Notify.NOBODY));
    provider.delete(calendar, "e1~20261208T110000Z");
    provider.write(calendar, "e1", "Dentist");
    nextRound();
    assertThat(reports()).isEmpty();
  }

  @Test
  void nor_one_whose_occurrence_we_changed_where_the_server_tells_no_version() throws Exception {
    CalendarEvent moved =
        new CalendarEvent(
            "e1~20261208T110000Z",
            calendar,
            content("Dentist, later"),
            "",
            new EventFacts(false, false, "e1", null, null));
    record(new Effect.Changed(effect(), dentist, moved, Notify.NOBODY));
    provider.write(calendar, "e1", "Dentist");
    nextRound();
    assertThat(reports()).isEmpty();
  }

  @Test
  void what_we_deleted_while_a_token_was_lost_is_not_missed() throws Exception {
    provider.delete(calendar, "e1");
    record(new Effect.Deleted(effect(), dentist, Notify.NOBODY));
    provider.forgetTokens(calendar);
    nextRound();
    assertThat(reports()).isEmpty();
  }
}
