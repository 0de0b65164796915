package io.rendezvous.common.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinishedBitmapTest {
  @Test
  void reads_what_it_wrote() {
    var bits = new BitSet();
    bits.set(1);
    bits.set(5_000, 5_100);
    assertThat(FinishedBitmap.decode(FinishedBitmap.encode(bits))).isEqualTo(bits);
    assertThat(FinishedBitmap.encode(new BitSet())).isEmpty();
  }

  @Test
  void never_exceeds_what_the_broker_takes() {
    var bits = new BitSet();
    bits.set(0, 100_000);
    String metadata = FinishedBitmap.encode(bits);
    assertThat(metadata.length()).isLessThan(4_096);
    assertThat(FinishedBitmap.decode(metadata).cardinality()).isEqualTo(FinishedBitmap.MAX_BITS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "w1:", "w1:%%%", "w2:AAAA", "somebody else's"})
  void others_metadata_says_that_nothing_is_finished(String metadata) {
    assertThat(FinishedBitmap.decode(metadata).isEmpty()).isTrue();
  }
}
