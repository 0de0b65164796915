package io.rendezvous.calendar.caldav;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells addresses of our own network from those of the world: a user names the server, so it must
 * not be a way to what only we can reach.
 */
final class InwardAddresses {
  /**
   * Forms that resolvers read as addresses, each in its own way: 2130706433, 0177.0.0.1, 0x7f.1.
   */
  private static final Pattern NUMBERS =
      Pattern.compile("(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]+))*\\.?");

  private static final Pattern ADDRESS =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  /** What is not the world's of IPv4 beside what Java knows (RFC 6890): address and bits. */
  private static final List<int[]> BLOCKS =
      List.of(
          new int[] {0, 0, 0, 8},
          new int[] {100, 64, 0, 10},
          new int[] {192, 0, 0, 24},
          new int[] {198, 18, 0, 15},
          new int[] {240, 0, 0, 4});

  private InwardAddresses() {}

  /** Whether the name leads inward, or to nothing that can be told. */
  static boolean isOne(String host) throws UnknownHostException {
    String name = host.toLowerCase(Locale.ROOT);
    if (NUMBERS.matcher(name).matches() && !ADDRESS.matcher(name).matches()) {
      return true;
    }
    for (InetAddress address : InetAddress.getAllByName(host)) {
      if (isInward(address)) {
        return true;
      }
    }
    return false;
  }

  static boolean isInward(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? BLOCKS.stream().anyMatch(block -> isWithin(bytes, block))
        : isUniqueLocal(bytes) || within(bytes).filter(InwardAddresses::isInward).isPresent();
  }

  private static boolean isWithin(byte[] address, int[] block) {
    int bits = block[3];
    for (int i = 0; bits > 0; i++, bits -= 8) {
      int mask = bits >= 8 ? 0xFF : 0xFF << (8 - bits) & 0xFF;
      if ((address[i] & mask) != (block[i] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUniqueLocal(byte[] address) {
    return (address[0] & 0xFE) == 0xFC;
  }

  /** The IPv4 address that one of IPv6 stands for: compatible, NAT64, 6to4. */
  private static Optional<InetAddress> within(byte[] address) {
    boolean zeros = allZero(address, 2, 12);
    boolean compatible = zeros && address[0] == 0 && address[1] == 0;
    boolean nat64 =
        address[0] == 0
            && address[1] == 0x64
            && (address[2] & 0xFF) == 0xFF
            && (address[3] & 0xFF) == 0x9B
            && allZero(address, 4, 12);
    if (compatible || nat64) {
      return Optional.of(v4(address, 12));
    }
    return address[0] == 0x20 && address[1] == 0x02
        ? Optional.of(v4(address, 2))
        : Optional.empty();
  }

  private static boolean allZero(byte[] address, int from, int to) {
    for (int i = from; i < to; i++) {
      if (address[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static InetAddress v4(byte[] address, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address, from, from + 4));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("Expected four bytes to be an address", impossible);
    }
  }
}
