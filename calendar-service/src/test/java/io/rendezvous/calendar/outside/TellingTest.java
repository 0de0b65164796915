package io.rendezvous.calendar.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.common.calendar.CalendarChanges;
import io.rendezvous.common.command.Report.ChangedOutside;
import io.rendezvous.testsupport.TestDynamoDb;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class TellingTest extends OutsideFixture {
  @Test
  void what_was_there_before_is_not_told() throws Exception {
    round();
    nextRound();
    assertThat(followed().token()).isNotNull();
    assertThat(reports()).isEmpty();
  }

  @Test
  void tells_what_others_make_change_and_delete_once() throws Exception {
    round();
    provider.write(calendar, "e2", "Lunch");
    provider.write(calendar, "e1", "Dentist, later");
    nextRound();
    provider.delete(calendar, "e1");
    nextRound();
    nextRound();
    assertThat(words())
        .containsExactly("CREATED e2 Lunch", "CHANGED e1 Dentist, later", "DELETED e1 null");
    ChangedOutside report = reports(ChangedOutside.class).getFirst();
    assertThat(report.conversation()).isEqualTo(TestCalls.MARKS.direct(ana));
    var change = told().getFirst().changes().getFirst();
    assertThat(change.calendarId()).isEqualTo(calendar.name());
    assertThat(change.start()).hasToString("2026-12-01T12:00+01:00");
    assertThat(change.timeZone()).isEqualTo("Europe/Paris");
  }

  @Test
  void what_came_and_went_between_two_looks_was_never_there() throws Exception {
    round();
    provider.write(calendar, "e2", "Lunch");
    provider.delete(calendar, "e2");
    nextRound();
    assertThat(reports()).isEmpty();
  }

  @Test
  void an_occurrence_that_is_moved_is_changed_and_one_that_is_cancelled_is_told_once()
      throws Exception {
    round();
    provider.write(calendar, "e1~20261208T110000Z", "Dentist", "e1");
    provider.delete(calendar, "e1~20261215T110000Z");
    nextRound();
    provider.delete(calendar, "e1~20261215T110000Z");
    nextRound();
    assertThat(words())
        .containsExactly("CHANGED e1~20261208T110000Z Dentist", "DELETED e1~20261215T110000Z null");
  }

  @Test
  void tells_once_what_several_processes_find_at_the_same_time() throws Exception {
    round();
    for (int i = 0; i < 10; i++) {
      provider.write(calendar, "e1", "Dentist " + i);
      clock.pass(LIMITS.interval().multipliedBy(2));
      int asked = provider.asked();
      CompletableFuture.allOf(
              IntStream.range(0, 3)
                  .mapToObj(_ -> CompletableFuture.runAsync(this::roundUnchecked))
                  .toArray(CompletableFuture[]::new))
          .join();
      assertThat(provider.asked()).isEqualTo(asked + 1);
    }
    assertThat(words())
        .containsExactlyElementsOf(
            IntStream.range(0, 10).mapToObj(i -> "CHANGED e1 Dentist " + i).toList());
    assertThat(reports()).hasSize(10);
  }

  private void roundUnchecked() {
    try {
      round();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_process_that_was_outrun_tells_nothing_or_the_same() throws Exception {
    round();
    provider.write(calendar, "e1", "Dentist, later");
    Followed before = followed();
    look.look(before);
    look.look(before);
    assertThat(reports()).hasSize(1);

    provider.write(calendar, "e1", "Dentist, earlier");
    producer.sendException = new KafkaException("away");
    lookInVain();
    producer.sendException = null;
    Followed untold = followed();
    look.look(untold);
    look.look(untold);
    assertThat(reports()).hasSize(3);
    assertThat(words()).containsExactly("CHANGED e1 Dentist, later", "CHANGED e1 Dentist, earlier");
  }

  @Test
  void what_could_not_be_told_is_told_as_it_was_and_then_what_came_since() throws Exception {
    round();
    provider.write(calendar, "e1", "Dentist, later");
    producer.sendException = new KafkaException("away");
    nextRound();
    provider.write(calendar, "e1", "Dentist, even later");
    producer.sendException = null;
    clock.pass(LIMITS.longestPause());
    round();
    assertThat(words())
        .containsExactly("CHANGED e1 Dentist, later", "CHANGED e1 Dentist, even later");
    assertThat(told()).hasSize(2);
  }

  private void lookInVain() {
    try {
      look.look(followed());
    } catch (Exception expected) {
      return;
    }
    throw new AssertionError("Expected the look to fail, but it did not");
  }

  @Test
  void after_a_token_was_lost_only_what_changed_meanwhile_is_told() throws Exception {
    provider.write(calendar, "e2", "Lunch");
    provider.write(calendar, "e3", "Review");
    round();
    provider.write(calendar, "e1", "Dentist, later");
    provider.forgetTokens(calendar);
    nextRound();
    nextRound();
    assertThat(words()).containsExactly("CHANGED e1 Dentist, later");
    assertThat(told().getFirst().more()).isFalse();

    provider.delete(calendar, "e3");
    provider.forgetTokens(calendar);
    nextRound();
    // Which one is gone nobody can say, but that one is.
    assertThat(told()).last().isEqualTo(new CalendarChanges(List.of(), true));
  }

  @Test
  void names_a_few_of_many_and_says_that_there_are_more() throws Exception {
    round();
    look(limits(2, 100)).look(followed());
    for (int i = 0; i < 5; i++) {
      provider.write(calendar, "new" + i, "Event " + i);
    }
    look(limits(2, 100)).look(followed());
    assertThat(words()).containsExactly("CREATED new0 Event 0", "CREATED new1 Event 1");
    assertThat(told().getFirst().more()).isTrue();
  }

  @Test
  void of_a_large_calendar_it_is_told_that_events_changed_and_not_whether_they_are_new()
      throws Exception {
    CalendarLook small = look(limits(20, 1));
    provider.write(calendar, "e2", "Lunch");
    table.follow(Followed.from(calendar, clock.instant()));
    small.look(followed());
    provider.write(calendar, "e3", "Review");
    small.look(followed());
    assertThat(words()).containsExactly("CHANGED e3 Review");

    provider.forgetTokens(calendar);
    small.look(followed());
    assertThat(told()).last().isEqualTo(new CalendarChanges(List.of(), true));
  }

  @Test
  void tables_hold_no_name_token_or_title_in_the_clear() throws Exception {
    round();
    provider.write(calendar, "e1", "Gynécologue");
    producer.sendException = new KafkaException("away");
    nextRound();
    var items =
        TestDynamoDb.client()
            .scanPaginator(scan -> scan.tableName(prefix + "calendar-sync"))
            .items()
            .stream()
            .map(Object::toString)
            .toList();
    assertThat(items).isNotEmpty();
    assertThat(items).noneMatch(item -> item.contains("Gynécologue"));
    assertThat(items).noneMatch(item -> item.contains(nameAtProvider(calendar)));
  }

  private static String nameAtProvider(CalendarId id) {
    return id.name().substring(id.name().indexOf('.'));
  }
}
