package io.rendezvous.calendar.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

class AccountKeysTest {
  private static final String ANA = "u-ana|google|0123456789abcdef";
  private static final Secret SECRET = new Secret("planted-password");

  private final SealedSecret sealed = TestAccounts.keys(1).seal(SECRET, ANA);

  @Test
  void a_secret_opens_for_what_it_was_sealed_for_and_nothing_else() {
    AccountKeys keys = TestAccounts.keys(1);
    assertThat(keys.open(sealed, ANA)).contains(SECRET);
    assertThat(keys.open(sealed, "u-bob|google|0123456789abcdef")).isEmpty();
    assertThat(keys.open(sealed, "u-ana|caldav|0123456789abcdef")).isEmpty();
    assertThat(keys.open(sealed, "u-ana|google|0123456789abcdeg")).isEmpty();
  }

  @Test
  void a_secret_that_was_changed_does_not_open() {
    byte[] bytes = sealed.bytes().asByteArray();
    bytes[bytes.length - 1] ^= 1;
    var changed = new SealedSecret(SdkBytes.fromByteArray(bytes), sealed.key());
    assertThat(TestAccounts.keys(1).open(changed, ANA)).isEmpty();
  }

  @Test
  void the_first_key_seals_and_all_open() {
    AccountKeys both = TestAccounts.keys(2, 1);
    assertThat(both.open(sealed, ANA)).contains(SECRET);
    SealedSecret anew = both.seal(SECRET, ANA);
    assertThat(anew.key()).isEqualTo(both.primary()).isNotEqualTo(sealed.key());
    assertThat(TestAccounts.keys(2).open(anew, ANA)).contains(SECRET);
    assertThat(TestAccounts.keys(1).open(anew, ANA)).isEmpty();
    assertThat(TestAccounts.keys(2).open(sealed, ANA)).isEmpty();
  }

  @Test
  void a_sealed_secret_shows_no_word_of_it() {
    assertThat(new String(sealed.bytes().asByteArray(), StandardCharsets.US_ASCII))
        .doesNotContain("planted");
    assertThat(SECRET.toString()).doesNotContain("planted");
  }

  @Test
  void keys_of_another_length_or_twice_the_same_are_refused() {
    assertThatThrownBy(() -> new AccountKeys(List.of(new byte[16])))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TestAccounts.keys(1, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
