package io.rendezvous.gateway.prompt;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * Which recordings may be referred to: https, and only where the operator has said; never fetched.
 */
final class AudioUrls {
  private static final int MAX_CHARACTERS = 2_048;
  private static final int HTTPS_PORT = 443;

  private final List<String> hosts;

  AudioUrls(List<String> hosts) {
    this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
  }

  boolean allows(String url) {
    if (url.length() > MAX_CHARACTERS) {
      return false;
    }
    try {
      var uri = new URI(url);
      return "https".equalsIgnoreCase(uri.getScheme())
          && uri.getRawUserInfo() == null
          && (uri.getPort() == -1 || uri.getPort() == HTTPS_PORT)
          && uri.getHost() != null
          && known(uri.getHost().toLowerCase(Locale.ROOT));
    } catch (URISyntaxException notAUrl) {
      return false;
    }
  }

  private boolean known(String host) {
    return hosts.stream()
        .anyMatch(
            allowed ->
                allowed.startsWith("*.")
                    ? host.endsWith(allowed.substring(1))
                    : host.equals(allowed));
  }
}
