package io.rendezvous.systemtest.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaFramesTest {
  private final List<Integer> correlations = new ArrayList<>();
  private final KafkaFrames frames = new KafkaFrames(KafkaFrames.REQUEST_HEAD);

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 11, 12, 13, 40, 1000})
  void finds_each_message_however_the_bytes_are_cut(int piece) {
    byte[] bytes = messages(0, 7, 100, 1, 0, 0);

    for (int from = 0; from < bytes.length; from += piece) {
      feed(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece)));
    }

    assertThat(correlations).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void tells_where_a_message_begins() {
    var starts = new ArrayList<Integer>();

    frames.next(messages(5, 0), (start, _) -> starts.add(start));

    assertThat(starts).containsExactly(0, 17);
  }

  @Test
  void looks_no_further_in_another_protocol() {
    feed("POST / HTTP/1.1\r\nhost: localhost\r\n\r\n".getBytes());
    feed(messages(1));

    assertThat(correlations).isEmpty();
  }

  private void feed(byte[] bytes) {
    frames.next(bytes, (_, head) -> correlations.add(head.getInt(8)));
  }

  private static byte[] messages(int... bodies) {
    var all = ByteBuffer.allocate(10_000);
    int correlation = 1;
    for (int body : bodies) {
      all.putInt(8 + body).putShort((short) 3).putShort((short) 12).putInt(correlation++);
      all.put(new byte[body]);
    }
    return Arrays.copyOf(all.array(), all.position());
  }
}
