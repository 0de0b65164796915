package io.rendezvous.common.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeysTest {
  @Test
  void takes_32_bytes() {
    assertThat(SecretKeys.decode("a.key", Base64.getEncoder().encodeToString(new byte[32])))
        .hasSize(32);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "AAAA", "not base64!"})
  void refuses_anything_else_without_telling_it(String key) {
    assertThatThrownBy(() -> SecretKeys.decode("a.key", key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.key")
        .hasMessageNotContainingAny("AAAA", "not base64!");
  }
}
