package io.rendezvous.systemtest.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveHeapTest {
  @Test
  void the_last_line_of_the_histogram_is_the_sum() throws Exception {
    String printed =
        """
         num     #instances         #bytes  class name (module)
        -------------------------------------------------------
           1:         25443        1954320  [B (java.base@25)
        Total        123456        9876543
        """;
    assertThat(LiveHeap.total(printed)).isEqualTo(9_876_543);
  }
}
