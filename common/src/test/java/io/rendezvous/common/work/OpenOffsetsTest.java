package io.rendezvous.common.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.work.OpenOffsets.Mark;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenOffsetsTest {
  private final OpenOffsets offsets = new OpenOffsets(mark(10));

  @Test
  void with_nothing_open_the_position_is_the_mark() {
    assertThat(offsets.mark(17)).isEqualTo(mark(17));
    assertThat(offsets.span()).isZero();
  }

  @Test
  void the_lowest_unfinished_offset_is_the_mark_and_those_beyond_are_in_its_bitmap() {
    begin(10, 11, 12, 13);
    offsets.finish(10);
    offsets.finish(12);
    assertThat(offsets.mark(14)).isEqualTo(mark(11, 1));
    assertThat(offsets.span()).isEqualTo(3);
    offsets.finish(11);
    assertThat(offsets.mark(14)).isEqualTo(mark(13));
    offsets.finish(13);
    assertThat(offsets.mark(15)).isEqualTo(mark(15));
  }

  @Test
  void a_finished_offset_is_not_begun_again() {
    var again = new OpenOffsets(mark(11, 1, 3));
    assertThat(again.begin(11)).isTrue();
    assertThat(again.begin(12)).isFalse();
    assertThat(again.begin(13)).isTrue();
    assertThat(again.begin(14)).isFalse();
    assertThat(again.begin(15)).isTrue();
  }

  @Test
  void what_was_finished_ahead_stays_known_before_it_is_read_again() {
    var again = new OpenOffsets(mark(11, 1, 70));
    again.begin(11);
    assertThat(again.mark(12)).isEqualTo(mark(11, 1, 70));
    again.finish(11);
    assertThat(again.mark(12)).isEqualTo(mark(12, 0, 69));
  }

  @Test
  void an_offset_may_finish_before_it_is_read_again() {
    offsets.finish(12);
    begin(10);
    assertThat(offsets.begin(12)).isFalse();
    assertThat(offsets.mark(13)).isEqualTo(mark(10, 2));
  }

  @Test
  void an_offset_that_finishes_after_its_mark_was_passed_changes_nothing() {
    assertThat(offsets.mark(20)).isEqualTo(mark(20));
    offsets.finish(12);
    assertThat(offsets.mark(20)).isEqualTo(mark(20));
  }

  @Test
  void a_great_gap_costs_nothing_where_nothing_is_open() {
    long far = 10L * Integer.MAX_VALUE;
    assertThat(offsets.begin(far)).isTrue();
    assertThat(offsets.span()).isEqualTo(1);
    assertThat(offsets.mark(far + 1)).isEqualTo(mark(far));
  }

  @Test
  void offsets_that_go_back_are_of_a_new_topic() {
    var old = new OpenOffsets(mark(10, 1));
    assertThat(old.begin(3)).isTrue();
    assertThat(old.begin(11)).isTrue();
    assertThat(old.mark(12)).isEqualTo(mark(3));
    assertThat(new OpenOffsets(mark(10, 1)).mark(0)).isEqualTo(mark(0));
  }

  /** Restarts at random moments: nothing is passed over unfinished, nothing marked is repeated. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void every_record_is_finished_whatever_the_restarts(long seed) {
    var random = new Random(seed);
    Set<Long> finished = new HashSet<>();
    Mark last = mark(0);
    while (last.offset() < 1_000) {
      var now = new OpenOffsets(last);
      var open = new HashSet<Long>();
      long position = last.offset();
      for (int step = random.nextInt(400); step > 0; step--) {
        if (position < 1_000 && random.nextBoolean()) {
          if (now.begin(position)) {
            open.add(position);
          } else {
            assertThat(finished).contains(position);
          }
          // Every third is a transaction's marker, which is never seen.
          position += position % 3 == 1 ? 2 : 1;
        } else if (!open.isEmpty()) {
          long one = open.stream().skip(random.nextInt(open.size())).findFirst().orElseThrow();
          open.remove(one);
          finished.add(one);
          now.finish(one);
        }
        if (random.nextInt(10) == 0) {
          last = now.mark(position);
          for (long passed = 0; passed < last.offset(); passed++) {
            assertThat(passed % 3 == 2 || finished.contains(passed)).isTrue();
          }
        }
      }
    }
  }

  private void begin(long... all) {
    for (long offset : all) {
      assertThat(offsets.begin(offset)).isTrue();
    }
  }

  private static Mark mark(long offset, int... finished) {
    var bits = new BitSet();
    for (int bit : finished) {
      bits.set(bit);
    }
    return new Mark(offset, bits);
  }
}
