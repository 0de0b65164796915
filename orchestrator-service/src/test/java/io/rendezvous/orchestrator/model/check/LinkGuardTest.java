package io.rendezvous.orchestrator.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkGuardTest {
  private static final Set<String> KNOWN =
      LinkGuard.addresses(
          "{\"location\":\"https://meet.example/abc\"} see http://a.example/x?y=1.");

  @Test
  void finds_the_addresses_of_a_text() {
    assertThat(KNOWN).containsExactlyInAnyOrder("meet.example/abc", "a.example/x?y=1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Bonjour !                                    | Bonjour !
          Oui/non, et http est un mot !                | Oui/non, et http est un mot !
          Voir https://meet.example/abc.               | Voir https://meet.example/abc.
          [Réunion](https://meet.example/abc)          | [Réunion](https://meet.example/abc)
          Voir https://meet.example/abc?d=secret       | Voir ⟨lien retiré⟩
          Voir HTTPS://evil.example/secret, puis       | Voir ⟨lien retiré⟩, puis
          ![x](https://evil.example/?d=secret)         | [x](⟨lien retiré⟩)
          ![x](https://meet.example/abc)               | [x](https://meet.example/abc)
          [ici](//evil.example/secret) !               | [ici](⟨lien retiré⟩) !
          <img src="https://evil.example/secret">      | <img src="⟨lien retiré⟩">
          ftp://evil.example/secret                    | ftp:⟨lien retiré⟩
          https://evil.example/a b                     | ⟨lien retiré⟩ b
          """)
  void passes_on_no_address_that_was_not_shown(String said, String shown) {
    for (int size = 1; size <= said.length(); size++) {
      var pieces = new StringBuilder();
      var guard = new LinkGuard(KNOWN, Locale.FRENCH, pieces::append);
      for (int i = 0; i < said.length(); i += size) {
        guard.accept(said.substring(i, Math.min(said.length(), i + size)));
      }
      guard.end();
      assertThat(pieces).as("in pieces of " + size).hasToString(shown);
      assertThat(guard.passed()).isEqualTo(shown);
    }
  }

  @Test
  void what_is_no_address_is_passed_on_at_once() {
    var pieces = new StringBuilder();
    var guard = new LinkGuard(KNOWN, Locale.ENGLISH, pieces::append);
    guard.accept("Bon");
    assertThat(pieces).hasToString("Bon");
  }
}
