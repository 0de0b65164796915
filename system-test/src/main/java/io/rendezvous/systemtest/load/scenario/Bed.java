package io.rendezvous.systemtest.load.scenario;

import io.rendezvous.systemtest.deployment.Deployment;
import io.rendezvous.systemtest.deployment.OwnProcess;
import io.rendezvous.systemtest.deployment.Plan;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.deployment.ServiceProcess;
import io.rendezvous.systemtest.load.drive.Driver;
import io.rendezvous.systemtest.load.drive.Load;
import io.rendezvous.systemtest.load.drive.TurnDone;
import io.rendezvous.systemtest.load.measure.Compilers;
import io.rendezvous.systemtest.load.measure.Measured;
import io.rendezvous.systemtest.load.measure.Measuring;
import io.rendezvous.systemtest.load.measure.Meter;
import io.rendezvous.systemtest.load.measure.Timings;
import io.rendezvous.systemtest.load.profile.Profile;
import io.rendezvous.systemtest.load.profile.Recording;
import io.rendezvous.systemtest.scripted.ModelProcess;
import io.rendezvous.systemtest.scripted.Script;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The product in processes of its own, with a scripted model, ready to be loaded. */
final class Bed implements AutoCloseable {
  static final String CLIENT = "load client";
  static final String MODEL = "scripted model";
  static final String TABLES = "tables";

  /** What figures of the product's CPU time leave out. */
  static final Set<String> APART = Set.of(CLIENT, MODEL, TABLES);

  private final ModelProcess model;
  private final Deployment deployment;

  Bed(ModelProcess model, Deployment deployment) {
    this.model = model;
    this.deployment = deployment;
  }

  static Bed start(Path folder, Script script, UnaryOperator<Plan> how)
      throws InterruptedException {
    ModelProcess model = ModelProcess.start(folder.resolve("logs/scripted-model.log"), script);
    try {
      return new Bed(
          model, Deployment.start(how.apply(Plan.standard(folder).model(model.baseUrl()))));
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  Deployment deployment() {
    return deployment;
  }

  ModelProcess model() {
    return model;
  }

  List<URI> gateways() {
    return deployment.services().stream()
        .filter(one -> one.service() == Service.GATEWAY)
        .map(ServiceProcess::baseUrl)
        .toList();
  }

  String token(String run, int user) {
    return deployment.client("u-" + run + user, 0).token();
  }

  /** Every process of this run, by the name in reports. */
  Map<String, Long> processes() {
    var processes = new TreeMap<String, Long>();
    for (OwnProcess process : deployment.processes()) {
      processes.put(process.name(), process.pid());
    }
    processes.put(MODEL, model.pid());
    processes.put(CLIENT, ProcessHandle.current().pid());
    return processes;
  }

  Measured drive(Load load) throws InterruptedException {
    return drive("load", load, _ -> {});
  }

  /** Drives a load, and counts from when the compilers of all processes have calmed down. */
  Measured driveWarm(Load load) throws InterruptedException {
    return drive("load", load, new Compilers(processes().values())::areCalm, _ -> {});
  }

  /** Drives a load, and tells each turn to somebody else too. */
  Measured drive(String run, Load load, Consumer<TurnDone> also) throws InterruptedException {
    return drive(run, load, () -> true, also);
  }

  /** Drives a load, and has the product's processes record what they run. */
  Map<String, Profile> record(Load load) throws InterruptedException {
    Map<String, Long> product = processes();
    product.keySet().removeAll(APART);
    var recording = new Recording(product, deployment.folder());
    new Driver(gateways(), user -> token("load", user), load).run(recording, _ -> {});
    return recording.profiles();
  }

  private Measured drive(String run, Load load, BooleanSupplier warm, Consumer<TurnDone> also)
      throws InterruptedException {
    var timings = new Timings();
    var measuring = new Measuring(new Meter(processes()), timings);
    new Driver(gateways(), user -> token(run, user), load, warm)
        .run(measuring, timings.andThen(also));
    return Measured.of("product", timings, measuring.spent());
  }

  @Override
  public void close() {
    deployment.close();
    model.close();
  }
}
