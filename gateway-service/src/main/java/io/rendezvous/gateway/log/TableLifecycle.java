package io.rendezvous.gateway.log;

import io.rendezvous.common.start.Preparation;
import io.rendezvous.common.start.Step;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/** Makes sure of the gateway's tables, however late the table store comes up: no prompt without. */
final class TableLifecycle implements SmartLifecycle, HealthIndicator {
  private final Preparation preparation;
  private volatile boolean running;

  TableLifecycle(List<Step> tables) {
    this.preparation = new Preparation("tables", tables, () -> {});
  }

  @Override
  public void start() {
    running = true;
    preparation.begin();
  }

  @Override
  public void stop() {
    running = false;
    preparation.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The store may go away later: that is for each request to tell. */
  @Override
  public Health health() {
    return (preparation.isDone() ? Health.up() : Health.outOfService()).build();
  }
}
