package io.rendezvous.gateway.server;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Connections; what Spring Boot has a setting for is in {@code server.jetty}.
 *
 * @param stall how long a client may stop reading its answer, or sending its body
 * @param keepAlive how long a connection may wait for another request; longer than clients keep an
 *     idle one (30 s is common), so that none sends a request into a connection that is being
 *     closed
 * @param backlog how many connections may wait to be taken; clients come back all at once where a
 *     gateway has died
 */
@Validated
@ConfigurationProperties("rendezvous.server")
record ServerSettings(
    @DefaultValue("10s") Duration stall,
    @DefaultValue("75s") Duration keepAlive,
    @Min(1) @DefaultValue("1024") int backlog) {
  ServerSettings {
    requirePositive("stall", stall);
    requirePositive("keep-alive", keepAlive);
  }

  private static void requirePositive(String name, Duration limit) {
    if (!limit.isPositive()) {
      throw new IllegalArgumentException(
          "Expected rendezvous.server.%s to be positive, but it is %s".formatted(name, limit));
    }
  }
}
