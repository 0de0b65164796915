package io.rendezvous.systemtest.deployment;

import io.rendezvous.embedded.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/** The broker; its data outlive it. */
public final class BrokerProcess extends OwnProcess {
  private final Path data;
  private final int port = FreePorts.next();
  private final int controllerPort = FreePorts.next();
  private final Map<String, String> settings;

  BrokerProcess(Path folder, Path data, @Nullable Linked linked) {
    super("broker", folder);
    this.data = data;
    this.settings = linked == null ? Map.of() : linked.brokerSettings(port, controllerPort);
  }

  /** The folder of its logs. */
  public Path data() {
    return data;
  }

  public String bootstrapServers() {
    return "localhost:" + port;
  }

  @Override
  List<String> command() {
    var command =
        new ArrayList<>(
            List.of(
                Checkout.JAVA.toString(),
                "-Xms128m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Dlogback.configurationFile=broker-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerMain.class.getName(),
                data.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort)));
    settings.forEach((name, value) -> command.add(name + "=" + value));
    return command;
  }

  @Override
  Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public boolean isReady() {
    if (!accepts()) {
      return false;
    }
    try (var admin = Admin.create(adminSettings())) {
      return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Map<String, Object> adminSettings() {
    return Map.of(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers(),
        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
        2_000,
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        2_000);
  }

  private boolean accepts() {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
