package io.rendezvous.calendar.google;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Undoing;
import io.rendezvous.common.calendar.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is undone is as it was to the letter, also in what only Google knows of an event. */
class GoogleUndoTest extends GoogleFixture {
  private CalendarEvent event;
  private ObjectNode before;

  @BeforeEach
  void an_event_with_more_than_we_know() {
    event = create(lunch("2026-11-27T13:00", ANA, BOB));
    google.edit(
        event.id(),
        resource -> {
          resource.put("colorId", "11").put("visibility", "private").put("newInGoogle", 7);
          resource.putObject("extendedProperties").putObject("private").put("crm", "42");
          resource.putObject("conferenceData").put("conferenceId", "abc-defg-hij");
          resource.putObject("reminders").put("useDefault", true);
          ((ObjectNode) resource.path("attendees").get(1)).put("comment", "Avec plaisir");
        });
    before = letter(event.id());
  }

  @Test
  void a_change_leaves_alone_what_it_is_not_about() {
    change(event.id(), titled("Brunch"));
    assertThat(letter(event.id())).isEqualTo(before.deepCopy().put("summary", "Brunch"));
  }

  @Test
  void a_change() {
    Effect changed =
        change(
            event.id(),
            current ->
                titled("Brunch").of(current).map(content -> content.at(hour("2026-11-28T11:00"))));
    Effect undoing = undo(changed);
    assertThat(letter(event.id())).isEqualTo(before);
    assertThat(Undoing.kept(changed, undoing)).isEmpty();
  }

  @Test
  void an_undoing() {
    Effect changed = change(event.id(), titled("Brunch"));
    ObjectNode after = letter(event.id());
    undo(undo(changed));
    assertThat(letter(event.id())).isEqualTo(after);
  }

  @Test
  void an_answer() {
    Effect answered =
        done(
            calendars.respond(calendar, newEffect(), event.id(), Response.DECLINED, Notify.NOBODY));
    assertThat(answered.event().facts().declined()).isTrue();
    undo(answered);
    assertThat(letter(event.id())).isEqualTo(before);
  }

  @Test
  void a_deletion_under_the_same_id() {
    Effect deleted = delete(event.id());
    Effect undoing = undo(deleted);
    assertThat(undoing.event().id()).isEqualTo(event.id());
    assertThat(letter(event.id())).isEqualTo(before);
    delete(event.id());
    assertThat(list()).isEmpty();
  }

  @Test
  void a_deletion_that_google_has_forgotten_under_another_id() {
    Effect deleted = delete(event.id());
    google.purge(event.id());
    Effect undoing = undo(deleted);
    assertThat(undoing).isInstanceOf(Effect.Created.class);
    assertThat(undoing.event().id()).isNotEqualTo(event.id());
    ObjectNode made = letter(undoing.event().id());
    assertThat(made.path("conferenceData")).isEqualTo(before.path("conferenceData"));
    assertThat(made.path("extendedProperties")).isEqualTo(before.path("extendedProperties"));
    assertThat(undo(undoing)).isInstanceOf(Effect.Deleted.class);
    assertThat(list()).isEmpty();
  }

  @Test
  void a_creation_deletes_it_unless_others_have_edited_it() {
    Effect created =
        done(calendars.create(calendar, newEffect(), lunch("2026-11-28T13:00"), Notify.ATTENDEES));
    google.edit(created.event().id(), resource -> resource.put("summary", "Dîner"));
    assertThat(failure(calendars.undo(newEffect(), created)))
        .isEqualTo(new CalendarFailure.Edited());
    assertThat(get(created.event().id()).text().title()).isEqualTo("Dîner");
  }

  @Test
  void a_series_stays_where_somebody_has_edited_or_deleted_an_occurrence() {
    for (String second : List.of("edited", "deleted", "left")) {
      Effect created =
          done(
              calendars.create(
                  calendar,
                  newEffect(),
                  series("2026-12-01T13:00", "RRULE:FREQ=DAILY;COUNT=2"),
                  Notify.NOBODY));
      String id = created.event().id() + "_20261202T120000Z";
      if (second.equals("edited")) {
        google.edit(id, resource -> resource.put("summary", "Dîner"));
      } else if (second.equals("deleted")) {
        google.delete(id, null, false);
      }
      Outcome<Effect> undoing = calendars.undo(newEffect(), created);
      if (second.equals("left")) {
        assertThat(done(undoing)).isInstanceOf(Effect.Deleted.class);
      } else {
        assertThat(failure(undoing)).isEqualTo(new CalendarFailure.Edited());
      }
    }
  }

  @Test
  void an_edit_by_others_since_stays() {
    Effect changed =
        change(
            event.id(),
            current ->
                titled("Brunch").of(current).map(content -> content.at(hour("2026-11-28T11:00"))));
    google.edit(event.id(), resource -> resource.put("summary", "Dîner"));
    Effect undoing = undo(changed);
    assertThat(Undoing.kept(changed, undoing)).containsExactly("title");
    assertThat(letter(event.id())).isEqualTo(before.deepCopy().put("summary", "Dîner"));
  }

  @Test
  void an_event_too_large_to_be_kept_is_shown_but_not_touched() {
    google.edit(
        event.id(),
        resource ->
            resource
                .putObject("extendedProperties")
                .putObject("private")
                .put("much", "x".repeat(70_000)));
    assertThat(get(event.id()).text()).isEqualTo(event.text());
    assertThat(
            failure(
                calendars.change(
                    calendar, newEffect(), event.id(), titled("Brunch"), Notify.NOBODY)))
        .isInstanceOf(CalendarFailure.Invalid.class);
    assertThat(google.writes()).filteredOn(write -> write.startsWith("PUT")).isEmpty();
  }
}
