package io.rendezvous.systemtest.load.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnerTest {
  @Test
  void the_jdks_work_counts_to_the_library_that_asked_for_it() {
    assertThat(
            Owner.of(
                List.of(
                    "java.util.HashMap",
                    "tools.jackson.databind.ObjectMapper",
                    "io.rendezvous.common.wire.Codec")))
        .isEqualTo("Jackson");
  }

  @Test
  void what_nobody_else_asked_for_is_the_jdks() {
    assertThat(Owner.of(List.of("jdk.internal.net.http.Http1Exchange", "java.lang.Thread")))
        .isEqualTo(Owner.JDK);
  }

  @Test
  void an_unknown_library_has_the_name_of_its_packages() {
    assertThat(Owner.of(List.of("org.example.inner.Thing"))).isEqualTo("org.example.…");
  }
}
