package io.rendezvous.systemtest.fault;

import io.rendezvous.systemtest.deployment.Plan;
import io.rendezvous.systemtest.deployment.Service;
import java.nio.file.Path;

/** What a row is run on; rows with the same share a deployment for as long as it is healthy. */
enum Setup {
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

  abstract Plan plan(Path folder, String model);

  boolean shared() {
    return true;
  }
}
