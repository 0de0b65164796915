package io.rendezvous.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.id.UserId;
import org.junit.jupiter.api.Test;

class RealPartsTest {
  @Test
  void kafka_has_the_topics() {
    assertThat(TestKafka.bootstrapServers()).contains(":");
  }

  @Test
  void a_vault_opens_what_it_sealed() {
    var vault = TestDynamoDb.vault("real-parts-");
    var ana = new UserId("u-ana");
    var sealed = vault.seal(ana, "déjeuner");
    assertThat(vault.open(ana, sealed)).isEqualTo("déjeuner");
    assertThat(TestDynamoDb.vault("real-parts-").open(ana, sealed)).isEqualTo("déjeuner");
    assertThat(sealed.digest()).isEqualTo(vault.seal(ana, "déjeuner").digest());
  }
}
