package io.rendezvous.common.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.common.id.UserId;
import io.rendezvous.testsupport.TestDynamoDb;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {
  private static final UserId ANA = new UserId("u-ana");
  private static final UserId BOB = new UserId("u-bob");

  private final String prefix = "vault-" + UUID.randomUUID() + "-";
  private final Vault vault = TestDynamoDb.vault(prefix);

  @ParameterizedTest
  @ValueSource(strings = {"", "déjeuner avec Ana", "🗓️ 約束"})
  void another_vault_opens_what_one_sealed(String text) {
    var sealed = vault.seal(ANA, text);
    assertThat(sealed.characters()).isEqualTo(text.length());
    assertThat(TestDynamoDb.vault(prefix).open(ANA, sealed)).isEqualTo(text);
  }

  @Test
  void the_same_text_has_the_same_digest_for_its_user_alone_and_never_the_same_ciphertext() {
    var first = vault.seal(ANA, "lunch");
    var second = vault.seal(ANA, "lunch");
    assertThat(second.digest()).isEqualTo(first.digest());
    assertThat(vault.digest(ANA, "lunch")).isEqualTo(first.digest());
    assertThat(second.sealed()).isNotEqualTo(first.sealed());
    assertThat(vault.digest(BOB, "lunch")).isNotEqualTo(first.digest());
  }

  @Test
  void vaults_that_race_for_a_new_users_key_agree() throws Exception {
    Callable<Personal> seal = () -> TestDynamoDb.vault(prefix).seal(ANA, "lunch");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = threads.invokeAll(IntStream.range(0, 16).mapToObj(_ -> seal).toList());
      for (var sealed : all) {
        assertThat(vault.open(ANA, sealed.get())).isEqualTo("lunch");
        assertThat(sealed.get().digest()).isEqualTo(vault.digest(ANA, "lunch"));
      }
    }
  }

  @Test
  void anothers_or_a_changed_text_does_not_open() {
    var sealed = vault.seal(ANA, "lunch");
    vault.seal(BOB, "dinner");
    char other = sealed.sealed().charAt(20) == 'A' ? 'B' : 'A';
    String changed = sealed.sealed().substring(0, 20) + other + sealed.sealed().substring(21);
    assertThatThrownBy(() -> vault.open(BOB, sealed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("u-bob");
    for (String text : new String[] {changed, "", "%%"}) {
      assertThatThrownBy(() -> vault.open(ANA, new Personal(text, 5, sealed.digest())))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void opening_makes_no_key() {
    var sealed = vault.seal(ANA, "lunch");
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> vault.open(BOB, sealed))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("there is none");
    }
  }

  @Test
  void another_master_key_is_refused_clearly() {
    var sealed = vault.seal(ANA, "lunch");
    var wrong = new byte[32];
    wrong[0] = 1;
    var other =
        new Vault(new UserKeys(TestDynamoDb.client(), TestDynamoDb.settings(prefix), wrong));
    assertThatThrownBy(() -> other.open(ANA, sealed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the master key does not fit");
    assertThatThrownBy(() -> other.seal(ANA, "dinner")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_master_key_of_the_wrong_size_is_refused() {
    assertThatThrownBy(
            () -> new UserKeys(TestDynamoDb.client(), TestDynamoDb.settings(prefix), new byte[16]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bytes, but it has 16");
  }
}
