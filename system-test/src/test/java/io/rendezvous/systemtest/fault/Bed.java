package io.rendezvous.systemtest.fault;

import io.rendezvous.common.id.UserId;
import io.rendezvous.systemtest.check.evidence.ResourceSample;
import io.rendezvous.systemtest.check.evidence.Resources;
import io.rendezvous.systemtest.check.gather.ResourceWatch;
import io.rendezvous.systemtest.check.gather.Sampler;
import io.rendezvous.systemtest.deployment.Deployment;
import io.rendezvous.systemtest.deployment.OwnProcess;
import io.rendezvous.systemtest.deployment.Plan;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.scripted.ModelProcess;
import io.rendezvous.systemtest.scripted.Script;
import io.rendezvous.testsupport.ThrottlingFront;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A product with its scripted model, used by one run after the other. */
public final class Bed implements AutoCloseable {
  private static final int RUNS_BETWEEN_LOOKS = 8;

  private final Setup setup;
  private final Path folder;
  private final ModelProcess model;
  private final @Nullable ThrottlingFront throttler;
  private final Deployment deployment;
  private final Map<String, SmallDisk> disks = new HashMap<>();
  private final Set<UserId> users = new HashSet<>();
  private int named;
  private int judged;
  private @Nullable ResourceSample first;

  private Bed(
      Setup setup,
      Path folder,
      ModelProcess model,
      @Nullable ThrottlingFront throttler,
      Deployment deployment) {
    this.setup = setup;
    this.folder = folder;
    this.model = model;
    this.throttler = throttler;
    this.deployment = deployment;
  }

  static Bed start(Setup setup, Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("logs"));
    var model = ModelProcess.start(folder.resolve("logs/scripted-model.log"), Script.USUAL);
    Plan plan = setup.plan(folder, model.baseUrl());
    var tables = new AtomicReference<URI>();
    ThrottlingFront throttler =
        setup == Setup.THROTTLED ? ThrottlingFront.before(tables::get, 1) : null;
    if (throttler != null) {
      for (Service service : Service.values()) {
        plan = plan.with(service, "RENDEZVOUS_DYNAMODB_ENDPOINT", throttler.endpoint().toString());
      }
    }
    var bed = new Bed(setup, folder, model, throttler, Deployment.of(plan));
    tables.set(bed.deployment.tablesEndpoint());
    try {
      bed.mountDisks();
      bed.startDeployment();
      return bed;
    } catch (RuntimeException | Error e) {
      bed.close();
      throw e;
    }
  }

  private void mountDisks() throws IOException, InterruptedException {
    if (setup == Setup.SMALL_DISKS) {
      for (String name : List.of("kafka", "streams")) {
        disks.put(name, SmallDisk.mount(folder.resolve(name)));
      }
    }
  }

  private void startDeployment() {
    deployment.startParts();
    deployment.startServices();
    deployment.awaitReady();
  }

  @Nullable ThrottlingFront throttler() {
    return throttler;
  }

  Setup setup() {
    return setup;
  }

  Path folder() {
    return folder;
  }

  public ModelProcess model() {
    return model;
  }

  public Deployment deployment() {
    return deployment;
  }

  /** A user whom nobody has seen before. */
  synchronized String nextUser() {
    String name = "u-fault" + ++named;
    users.add(new UserId(name));
    return name;
  }

  /** Somebody else who was here. */
  public synchronized void remember(UserId user) {
    users.add(user);
  }

  Map<String, SmallDisk> disks() {
    return disks;
  }

  /** All that were here up to now. */
  synchronized Set<UserId> users() {
    return Set.copyOf(users);
  }

  /**
   * What is held now against what was held after the first run, where it is time to look: a look
   * costs a full collection of every process.
   */
  synchronized @Nullable Resources resources() throws IOException, InterruptedException {
    if (judged++ % RUNS_BETWEEN_LOOKS != 0) {
      return null;
    }
    if (first == null) {
      first = Sampler.sample(deployment);
      return null;
    }
    return ResourceWatch.await(first, deployment);
  }

  boolean isHealthy() {
    return deployment.processes().stream().allMatch(OwnProcess::isReady);
  }

  @Override
  public void close() {
    deployment.close();
    model.close();
    if (throttler != null) {
      throttler.close();
    }
    disks.values().forEach(SmallDisk::close);
  }

  /** All but the logs is large and tells nobody anything. */
  void forget(boolean logsToo) throws IOException {
    for (String part :
        logsToo ? new String[] {""} : new String[] {"kafka", "dynamodb", "streams"}) {
      FileSystemUtils.deleteRecursively(folder.resolve(part));
    }
  }
}
