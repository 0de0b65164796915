package io.rendezvous.systemtest.fault;

import io.rendezvous.systemtest.deployment.Plan;
import io.rendezvous.systemtest.deployment.Service;
import java.nio.file.Path;

/** What a row is run on; rows with the same share a deployment for as long as it is healthy. */
public enum Setup {
  /** One of each but two gateways, proxies between all, crash points in all. */
  USUAL {
    @Override
    Plan plan(Path folder, String model) {
      return Plan.standard(folder)
          .model(model)
          .instances(Service.GATEWAY, 2)
          .withProxies()
          .withCrashPoints();
    }
  },
  /** The same with tables that outlive their process. */
  ON_DISK {
    @Override
    Plan plan(Path folder, String model) {
      return USUAL.plan(folder, model).withTablesOnDisk();
    }
  },
  /** Two of each, so that work can move. */
  DOUBLE {
    @Override
    Plan plan(Path folder, String model) {
      Plan plan = Plan.standard(folder).model(model).withProxies();
      for (Service service : Service.values()) {
        plan = plan.instances(service, 2);
      }
      return plan;
    }
  },
  /** The same with turns that may take half an hour. */
  PATIENT {
    @Override
    Plan plan(Path folder, String model) {
      return USUAL.plan(folder, model).with(Service.ORCHESTRATOR, TURN_TIME, "30m");
    }
  },
  /** The same with turns that may take twelve seconds. */
  IMPATIENT {
    @Override
    Plan plan(Path folder, String model) {
      return USUAL.plan(folder, model).with(Service.ORCHESTRATOR, TURN_TIME, "12s");
    }
  },
  /** The same with a server before the tables that can throttle. */
  THROTTLED {
    @Override
    Plan plan(Path folder, String model) {
      return USUAL.plan(folder, model);
    }
  },
  /** The same with broker and decider on file systems of their own that are small. */
  SMALL_DISKS {
    @Override
    Plan plan(Path folder, String model) {
      return USUAL.plan(folder, model);
    }
  },
  /** The same with users who may spend little, where every token costs. */
  BUDGET {
    @Override
    Plan plan(Path folder, String model) {
      return USUAL
          .plan(folder, model)
          .with(Service.GATEWAY, "RENDEZVOUS_BUDGET_DAYCOST", "0.7")
          .with(Service.ORCHESTRATOR, "RENDEZVOUS_MODEL_PROVIDERS_OPENAI_PRICES_INPUT", "1")
          .with(Service.ORCHESTRATOR, "RENDEZVOUS_MODEL_PROVIDERS_OPENAI_PRICES_OUTPUT", "1");
    }
  },
  /** The same with a model that is passed over only where nothing of it works. */
  TRUSTFUL {
    @Override
    Plan plan(Path folder, String model) {
      return USUAL
          .plan(folder, model)
          .with(Service.ORCHESTRATOR, "RENDEZVOUS_MODEL_CIRCUIT_FAILUREPERCENT", "100");
    }
  },
  /** As {@link #USUAL}, for rows that leave more behind than the next one shall find. */
  OWN {
    @Override
    Plan plan(Path folder, String model) {
      return USUAL.plan(folder, model);
    }

    @Override
    boolean shared() {
      return false;
    }
  };

  private static final String TURN_TIME = "RENDEZVOUS_DECIDER_TURNTIME";

  abstract Plan plan(Path folder, String model);

  boolean shared() {
    return true;
  }
}
