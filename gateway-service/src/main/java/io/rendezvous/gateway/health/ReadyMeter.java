package io.rendezvous.gateway.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;

/** Shows whether the service is ready: 1, or 0 where it lives and cannot serve. */
final class ReadyMeter implements MeterBinder {
  private final ObjectProvider<HealthEndpoint> health;

  ReadyMeter(ObjectProvider<HealthEndpoint> health) {
    this.health = health;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("rendezvous.ready", () -> isReady() ? 1 : 0).register(meters);
  }

  private boolean isReady() {
    HealthEndpoint endpoint = health.getIfAvailable();
    var readiness = endpoint == null ? null : endpoint.healthForPath("readiness");
    return readiness != null && readiness.getStatus().equals(Status.UP);
  }
}
