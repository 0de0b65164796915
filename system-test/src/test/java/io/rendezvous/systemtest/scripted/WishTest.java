package io.rendezvous.systemtest.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WishTest {
  @Test
  void a_plain_text_wishes_nothing() {
    Wish wish = Wish.in("Qu'ai-je demain ?");
    assertThat(wish.fault()).isNull();
    assertThat(wish.rounds()).isEqualTo(-1);
    assertThat(wish.turn()).isEqualTo("Qu'ai-je demain ?");
  }

  @Test
  void marks_say_what_goes_wrong_and_how_often() {
    Wish wish = Wish.in("Bonjour #turn:a-7 #429:2 #rounds:3 #think:500");
    assertThat(wish.turn()).isEqualTo("a-7");
    assertThat(wish.fault()).isEqualTo(Fault.LIMITED);
    assertThat(wish.times()).isEqualTo(2);
    assertThat(wish.rounds()).isEqualTo(3);
    assertThat(wish.thinkMillis()).isEqualTo(500);
    assertThat(Wish.in("#hang").times()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void a_call_comes_with_its_arguments() {
    Wish wish = Wish.in("#turn:b #call:create_event {\"title\":\"#hang\",\n\"start\":\"x\"} Merci");
    assertThat(wish.tool()).isEqualTo("create_event");
    assertThat(wish.arguments()).isEqualTo("{\"title\":\"#hang\",\n\"start\":\"x\"}");
    assertThat(wish.fault()).isNull();
    assertThat(wish.turn()).isEqualTo("b");
  }
}
