package io.rendezvous.systemtest.fault;

import io.rendezvous.common.id.UserId;
import io.rendezvous.systemtest.deployment.Deployment;
import io.rendezvous.systemtest.deployment.OwnProcess;
import io.rendezvous.systemtest.scripted.ModelProcess;
import io.rendezvous.systemtest.scripted.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/** A product with its scripted model, used by one run after the other. */
final class Bed implements AutoCloseable {
  private final Setup setup;
  private final Path folder;
  private final ModelProcess model;
  private final Deployment deployment;
  private final Set<UserId> users = new HashSet<>();
  private int named;

  private Bed(Setup setup, Path folder, ModelProcess model, Deployment deployment) {
    this.setup = setup;
    this.folder = folder;
    this.model = model;
    this.deployment = deployment;
  }

  static Bed start(Setup setup, Path folder) throws Exception {
    Files.createDirectories(folder.resolve("logs"));
    var model = ModelProcess.start(folder.resolve("logs/scripted-model.log"), Script.USUAL);
    try {
      return new Bed(setup, folder, model, Deployment.start(setup.plan(folder, model.baseUrl())));
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  Setup setup() {
    return setup;
  }

  Path folder() {
    return folder;
  }

  ModelProcess model() {
    return model;
  }

  Deployment deployment() {
    return deployment;
  }

  /** A user whom nobody has seen before. */
  synchronized String nextUser() {
    String name = "u-fault" + ++named;
    users.add(new UserId(name));
    return name;
  }

  /** All that were here up to now. */
  synchronized Set<UserId> users() {
    return Set.copyOf(users);
  }

  boolean isHealthy() {
    return deployment.processes().stream().allMatch(OwnProcess::isReady);
  }

  @Override
  public void close() {
    deployment.close();
    model.close();
  }

  /** All but the logs is large and tells nobody anything. */
  void forget(boolean logsToo) throws java.io.IOException {
    for (String part : logsToo ? new String[] {""} : new String[] {"kafka", "dynamodb", "streams"}) {
      FileSystemUtils.deleteRecursively(folder.resolve(part));
    }
  }
}
