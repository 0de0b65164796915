package io.rendezvous.gateway.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What browsers may do.
 *
 * @param corsOrigins the web pages' origins that may call, each exact; none by default
 */
@ConfigurationProperties("rendezvous.security")
record SecuritySettings(@DefaultValue List<String> corsOrigins) {
  SecuritySettings {
    corsOrigins = List.copyOf(corsOrigins);
    if (corsOrigins.contains("*")) {
      throw new IllegalArgumentException(
          "Expected exact origins in rendezvous.security.cors-origins, but found *");
    }
  }
}
