package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.crash.CrashFile;
import io.rendezvous.systemtest.crash.CrashPoint;
import io.rendezvous.systemtest.deployment.Deployment;
import io.rendezvous.systemtest.deployment.OwnProcess;
import io.rendezvous.systemtest.deployment.ServiceProcess;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** Kills and freezes processes, and knows what to mend. */
final class Breaking {
  /** As a shell tells of SIGKILL. */
  private static final int KILLED = 137;

  private static final Duration HIT_LIMIT = Duration.ofMinutes(3);
  private static final Duration PARTS_LIMIT = Duration.ofMinutes(3);

  private final Deployment deployment;
  private final Diary diary;
  private final Set<OwnProcess> dead = new LinkedHashSet<>();
  private final Set<OwnProcess> frozen = new LinkedHashSet<>();

  Breaking(Deployment deployment, Diary diary) {
    this.deployment = deployment;
    this.diary = diary;
  }

  void kill(OwnProcess process) {
    dead.add(process);
    process.kill();
    diary.note("killed " + process.name());
  }

  /** SIGTERM; returns the exit code. */
  int terminate(OwnProcess process, Duration limit) {
    dead.add(process);
    diary.note("asks " + process.name() + " to end");
    int exit = process.terminate(limit);
    diary.note(process.name() + " has ended with " + exit);
    return exit;
  }

  /** The process dies at the next hit of this point. */
  void haltAt(ServiceProcess process, CrashPoint point, String subject) {
    haltAt(process, point, subject, 1);
  }

  void haltAt(ServiceProcess process, CrashPoint point, String subject, int hit) {
    new CrashFile(process.crashFile()).halt(point, subject, hit);
    dead.add(process);
    diary.note(process.name() + " shall halt at hit " + hit + " of " + point + " " + subject);
  }

  /** It may end by itself, by what is done to it. */
  void expectDeath(OwnProcess process) {
    dead.add(process);
  }

  /** Returns once it has died as it was told. */
  void awaitHalt(ServiceProcess process) {
    assertThat(process.await(HIT_LIMIT)).as(process.name() + "'s exit code").isEqualTo(KILLED);
    assertThat(new CrashFile(process.crashFile()).isHit()).isTrue();
    diary.note(process.name() + " has halted");
  }

  void start(OwnProcess process) {
    process.start();
    dead.remove(process);
    diary.note("started " + process.name());
  }

  void freeze(OwnProcess process) {
    frozen.add(process);
    process.freeze();
    diary.note("froze " + process.name());
  }

  void thaw(OwnProcess process) {
    frozen.remove(process);
    process.thaw();
    diary.note("thawed " + process.name());
  }

  /** Proxies let all through, and what was killed or frozen runs; nothing is waited for. */
  void mend() {
    if (deployment.linked()) {
      deployment.links().healAll();
    }
    Set.copyOf(frozen).forEach(this::thaw);
    for (OwnProcess process : deployment.processes()) {
      if (!process.isAlive() && !dead.contains(process)) {
        throw new AssertionError(
            "Expected " + process.name() + " to live, but it has died; see " + process.log());
      }
    }
    for (OwnProcess process : deployment.processes()) {
      if (!process.isAlive()) {
        start(process);
        if (!(process instanceof ServiceProcess)) {
          // What a service needs: the fault has gone once it is there again.
          process.awaitReady(PARTS_LIMIT);
        }
      }
    }
    dead.clear();
  }
}
