package io.rendezvous.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.client.Answer;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.client.Turn;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people come for, in both languages, on the offline assistant. */
class BookingTest {
  private static final String LUNCH = "Planifie un déjeuner avec ana@example.com vendredi à 13h";

  private final Client user = Stack.newUser();

  @Test
  void books_a_lunch_in_french() throws Exception {
    Turn turn = user.say(LUNCH);

    assertThat(turn.status()).isEqualTo("completed");
    assertThat(turn.names())
        .startsWith("turn.accepted")
        .contains("tool.started", "tool.finished", "text.delta")
        .endsWith("message", "turn.ended");
    assertThat(turn.streamed()).isEqualTo(turn.message()).contains("vendredi", "13:00");
    assertThat(user.calendar())
        .singleElement()
        .satisfies(
            lunch -> {
              assertThat(lunch.start().getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
              assertThat(lunch.start().toLocalTime()).isEqualTo(LocalTime.of(13, 0));
              assertThat(Duration.between(ZonedDateTime.now(), lunch.start()))
                  .isBetween(Duration.ZERO, Duration.ofDays(8));
              assertThat(lunch.attendees()).containsExactly("ana@example.com");
            });
  }

  @Test
  void lists_in_english() throws Exception {
    Turn booked = user.say(LUNCH);
    Turn listed = user.say("What do I have on Friday?", booked.conversation());
    assertThat(listed.status()).isEqualTo("completed");
    assertThat(listed.message()).contains("Friday", "13:00").doesNotContain("vendredi");
  }

  @Test
  void moves_and_cancels_in_french() throws Exception {
    user.say(LUNCH);
    assertThat(user.say("Déplace le déjeuner de vendredi à 15h").status()).isEqualTo("completed");
    assertThat(user.calendar())
        .singleElement()
        .satisfies(lunch -> assertThat(lunch.start().getHour()).isEqualTo(15));
    assertThat(user.say("Annule le déjeuner de vendredi").status()).isEqualTo("completed");
    assertThat(user.calendar()).isEmpty();
  }

  @Test
  void books_moves_and_cancels_in_english() throws Exception {
    Turn booked = user.say("Schedule a meeting with bob@example.com on Friday at 2pm");
    assertThat(booked.message()).contains("Friday");
    assertThat(user.calendar())
        .singleElement()
        .satisfies(meeting -> assertThat(meeting.start().getHour()).isEqualTo(14));
    user.say("Move the meeting on Friday to 4pm");
    assertThat(user.calendar())
        .singleElement()
        .satisfies(meeting -> assertThat(meeting.start().getHour()).isEqualTo(16));
    user.say("Cancel the meeting on Friday");
    assertThat(user.calendar()).isEmpty();
  }

  @Test
  void tells_free_time_in_both_languages() throws Exception {
    user.say(LUNCH);
    assertThat(user.say("Quand suis-je libre vendredi ?").message()).contains("vendredi", "14:00");
    assertThat(user.say("When am I free on Friday?").message()).contains("Friday", "14:00");
  }

  @Test
  void the_messages_show_two_for_each_turn() throws Exception {
    Turn booked = user.say(LUNCH);
    user.say("What do I have on Friday?", booked.conversation());

    Answer messages = user.get("/api/v1/conversations/" + booked.conversation() + "/messages");

    assertThat(messages.items().map(message -> message.path("role").asString()))
        .isEqualTo(List.of("ASSISTANT", "USER", "ASSISTANT", "USER"));
    assertThat(messages.items().toList().getLast().path("text").asString()).isEqualTo(LUNCH);
  }
}
