package io.rendezvous.systemtest.load.scenario;

import io.rendezvous.systemtest.load.report.Report;

/** One kind of load. */
public interface Scenario {
  String name();

  /** In a sentence. */
  String what();

  Report run(Setting setting) throws Exception;
}
