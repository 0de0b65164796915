package io.rendezvous.systemtest.check.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.id.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TableItemsTest {
  private static final Item OF_ANA = item("user", "u-ana");
  private static final Item OF_EVE = item("user", "u-eve");
  private static final Item EVENT_OF_ANA = item("owner", "u-ana/personal");
  private static final Item EVENT_OF_EVE = item("owner", "u-eve/personal");
  private static final Item OF_NOBODY = item("turn", "t");

  @Test
  void leaves_out_what_is_of_earlier_users_and_nothing_else() {
    var all =
        new TableItems(
            List.of(OF_ANA, OF_EVE),
            List.of(OF_EVE),
            List.of(OF_ANA),
            List.of(OF_NOBODY),
            List.of(EVENT_OF_ANA, EVENT_OF_EVE),
            List.of(OF_EVE, OF_ANA));

    TableItems left = all.without(Set.of(new UserId("u-ana")));

    assertThat(left)
        .isEqualTo(
            new TableItems(
                List.of(OF_EVE),
                List.of(OF_EVE),
                List.of(),
                List.of(OF_NOBODY),
                List.of(EVENT_OF_EVE),
                List.of(OF_EVE)));
  }

  private static Item item(String name, String value) {
    return new Item(Map.of(name, AttributeValue.fromS(value)));
  }
}
