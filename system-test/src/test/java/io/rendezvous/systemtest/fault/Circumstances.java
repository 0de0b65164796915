package io.rendezvous.systemtest.fault;

import io.rendezvous.systemtest.deployment.Origin;
import java.time.Instant;

/**
 * What a run was made of, and where.
 *
 * @param at when it had ended
 * @param commit that was built, in short; empty where there is no Git
 * @param machine in words
 * @param outageSeconds how long what was away stayed away
 * @param command the arguments of Maven; empty where another tool ran it
 */
record Circumstances(
    Instant at, String commit, String machine, long outageSeconds, String command) {

  static Circumstances now() {
    return new Circumstances(
        Instant.now(),
        Origin.here().commit(),
        Origin.here().machine(),
        FaultSettings.read().outage().toSeconds(),
        System.getenv().getOrDefault("MAVEN_CMD_LINE_ARGS", "").strip());
  }
}
