package io.rendezvous.orchestrator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {
  @Test
  void takes_32_bytes() {
    assertThat(MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]))).hasSize(32);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "AAAA", "not base64!"})
  void refuses_anything_else_without_telling_it(String key) {
    assertThatThrownBy(() -> MasterKey.of(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rendezvous.secrets.master-key")
        .hasMessageNotContainingAny("AAAA", "not base64!");
  }
}
