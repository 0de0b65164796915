package io.rendezvous.gateway.account;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Connecting accounts.
 *
 * @param app where a browser that comes back from a provider is sent on to, https or an app's own
 *     scheme; null shows it a page instead
 */
@ConfigurationProperties("rendezvous.calendar-accounts")
record AccountSettings(@Nullable URI app) {
  AccountSettings {
    if (app != null && !app.isAbsolute()) {
      throw new IllegalArgumentException(
          "Expected an address with a scheme in rendezvous.calendar-accounts.app, but found none");
    }
  }
}
