package io.rendezvous.history.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.testsupport.TestDynamoDb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectionCrashTest extends ProjectionFixture {
  @Test
  void the_same_batch_again_changes_and_writes_nothing() throws Exception {
    conversation.answersWithATool(conversation.turn("a"));
    projection.project(read(conversation.log()));
    var before = stored();
    var counted = BrokenClient.never(TestDynamoDb.client());

    projection.project(read(conversation.log()));
    projection(counted.client()).project(read(conversation.log()));

    assertThat(stored()).isEqualTo(before);
    assertThat(counted.puts()).isZero();
  }

  static Stream<Arguments> crashes() {
    return Stream.iterate(0, put -> put < 6, put -> put + 1)
        .flatMap(put -> Stream.of(Arguments.of(put, false), Arguments.of(put, true)));
  }

  @ParameterizedTest
  @MethodSource("crashes")
  void a_crash_between_any_two_writes_leaves_no_trace(int whole, boolean lastArrives)
      throws Exception {
    interleaved();
    var decisions = read(conversation.log());
    projection.project(decisions.subList(0, 2));
    var broken = new BrokenClient(TestDynamoDb.client(), whole, lastArrives);

    try {
      projection(broken.client()).project(decisions.subList(2, decisions.size()));
    } catch (IllegalStateException died) {
      assertThat(died).hasMessageContaining("Expected to write");
    }
    projection(TestDynamoDb.client()).project(decisions);

    assertThat(stored().events()).isEqualTo(eventsOf(conversation.log()));
    assertInterleaved();
  }

  @Test
  void goes_on_after_a_failed_write_in_the_same_process() throws Exception {
    conversation.answersWithATool(conversation.turn("a"));
    var broken = new BrokenClient(TestDynamoDb.client(), 1, true);
    var dying = projection(broken.client());
    assertThatThrownBy(() -> dying.project(read(conversation.log())))
        .isInstanceOf(IllegalStateException.class);

    projection.project(read(conversation.log()));

    assertThat(stored().events()).isEqualTo(eventsOf(conversation.log()));
  }

  @Test
  void a_writer_that_was_overtaken_changes_nothing() throws Exception {
    conversation.answersWithATool(conversation.turn("a"));
    var decisions = read(conversation.log());
    var overtaken = projection(TestDynamoDb.client());
    overtaken.project(decisions.subList(0, 2));
    projection.project(decisions);
    var before = stored();

    assertThatThrownBy(() -> overtaken.project(decisions.subList(2, 3)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(overtaken.project(decisions)).isEmpty();

    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void what_comes_after_a_gap_waits_for_what_is_missing() throws Exception {
    conversation.answersWithATool(conversation.turn("a"));
    var decisions = read(conversation.log());

    assertThat(projection.project(List.of(decisions.get(0), decisions.get(2), decisions.get(3))))
        .containsExactly(decisions.get(2), decisions.get(3));
    assertThat(stored().lastSequence()).isEqualTo(decisions.get(0).lastSequence());
    assertThat(projection.project(List.of(decisions.get(2), decisions.get(3), decisions.get(1))))
        .isEmpty();

    assertThat(stored().events()).isEqualTo(eventsOf(conversation.log()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void repeats_and_disorder_within_a_batch_change_nothing(long seed) throws Exception {
    interleaved();
    var random = new Random(seed);
    var delivered = new ArrayList<>(read(conversation.log()));
    delivered.addAll(read(conversation.log()));
    Collections.shuffle(delivered, random);

    assertThat(projection.project(delivered)).isEmpty();

    assertThat(stored().events()).isEqualTo(eventsOf(conversation.log()));
    assertInterleaved();
  }

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed <= 20, seed -> seed + 1);
  }
}
