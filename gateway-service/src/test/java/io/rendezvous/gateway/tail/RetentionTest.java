package io.rendezvous.gateway.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final ConversationId CONVERSATION =
      new OwnerMarks(new byte[32]).mint(new UserId("u-ana"), "a");

  private final List<Long> forgotten = new ArrayList<>();
  private final Retention retention = new Retention(100, (_, through) -> forgotten.add(through));

  private void add(int partition, long offset, int bytes, Instant at) {
    retention.add(partition, new Retention.Held(CONVERSATION, offset * 10, offset, bytes, at));
  }

  @Test
  void keeps_what_the_tables_lack_and_what_is_young() {
    add(0, 1, 10, NOW.minusSeconds(60));
    add(0, 2, 10, NOW.minusSeconds(60));
    add(0, 3, 10, NOW);
    add(1, 4, 10, NOW.minusSeconds(60));

    retention.sweep(Map.of(0, 2L), NOW.minusSeconds(30));
    assertThat(forgotten).containsExactly(10L);
    retention.sweep(Map.of(0, 9L, 1, 0L), NOW.minusSeconds(30));
    assertThat(forgotten).containsExactly(10L, 20L);
    assertThat(retention.bytes()).isEqualTo(20);
  }

  @Test
  void lets_the_oldest_go_when_room_is_needed() {
    add(0, 1, 60, NOW);
    add(0, 2, 60, NOW);
    assertThat(forgotten).containsExactly(10L);
    assertThat(retention.bytes()).isEqualTo(60);
  }
}
