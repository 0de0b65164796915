package io.rendezvous.gateway.server;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Connections; what Spring Boot has a setting for is in {@code server.jetty}.
 *
 * @param keepAlive how long a connection may wait for another request; longer than clients keep an
 *     idle one (30 s is common), so that none sends a request into a connection that is being
 *     closed
 */
@Validated
@ConfigurationProperties("rendezvous.server")
record ServerSettings(@DefaultValue("75s") Duration keepAlive) {
  ServerSettings {
    if (!keepAlive.isPositive()) {
      throw new IllegalArgumentException(
          "Expected rendezvous.server.keep-alive to be positive, but it is " + keepAlive);
    }
  }
}
