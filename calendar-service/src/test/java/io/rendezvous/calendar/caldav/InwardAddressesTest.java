package io.rendezvous.calendar.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InwardAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "127.0.0.1",
        "127.255.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.8",
        "198.18.0.1",
        "198.19.255.255",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "2130706433",
        "0177.0.0.1",
        "0x7f.0.0.1",
        "0x7f000001",
        "127.1",
        "127.0.0.1.",
        "017700000001",
        "[::1]",
        "::1",
        "::",
        "[fe80::1]",
        "[fec0::1]",
        "[fc00::1]",
        "[fdff::1]",
        "[ff02::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:10.0.0.1]",
        "[::127.0.0.1]",
        "[64:ff9b::10.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[2002:a9fe:a9fe::1]",
      })
  void lead_inward(String host) throws Exception {
    assertThat(InwardAddresses.isOne(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "93.184.216.34",
        "100.63.255.255",
        "100.128.0.1",
        "172.32.0.1",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.255",
        "[2606:2800:220:1:248:1893:25c8:1946]",
        "[64:ff9b::93.184.216.34]",
        "[2002:5db8:d822::1]",
      })
  void lead_into_the_world(String host) throws Exception {
    assertThat(InwardAddresses.isOne(host)).isFalse();
  }

  @Test
  void a_name_that_leads_nowhere_is_told() {
    assertThatThrownBy(() -> InwardAddresses.isOne("nowhere.invalid"))
        .isInstanceOf(UnknownHostException.class);
  }
}
