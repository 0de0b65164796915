package io.rendezvous.orchestrator.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeakGuardTest {
  @ParameterizedTest
  @CsvSource({
    "rdv-abc, bonjour, bonjour, false",
    "rdv-abc, mon code est rdv-abc !, 'mon code est ', true",
    "rdv-abc, r rd rdv rdv- rdv-a rdv-ab, r rd rdv rdv- rdv-a rdv-ab, false",
    "rdv-abc, rdrdv-abc, rd, true",
    "aab, aaab, a, true",
    "'', bonjour, bonjour, false"
  })
  void passes_all_but_a_canary(String canary, String text, String passed, boolean leaking) {
    for (int size = 1; size <= text.length(); size++) {
      var shown = new StringBuilder();
      var guard = new LeakGuard(canary, shown::append);
      for (int i = 0; i < text.length(); i += size) {
        guard.accept(text.substring(i, Math.min(text.length(), i + size)));
      }
      guard.end();
      assertThat(guard.isLeaking()).isEqualTo(leaking);
      if (leaking) {
        // How much was shown before depends on the pieces.
        assertThat(passed).startsWith(shown);
      } else {
        assertThat(shown).hasToString(passed);
      }
    }
  }
}
