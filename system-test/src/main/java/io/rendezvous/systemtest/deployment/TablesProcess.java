package io.rendezvous.systemtest.deployment;

import io.rendezvous.embedded.DynamoDbLocal;
import io.rendezvous.embedded.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DynamoDB Local; its tables outlive it where they are on disk. */
public final class TablesProcess extends OwnProcess {
  private final @Nullable Path data;
  private final int port = FreePorts.next();

  TablesProcess(Path folder, @Nullable Path data) {
    super("tables", folder);
    this.data = data;
  }

  int port() {
    return port;
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  List<String> command() throws IOException {
    if (data != null) {
      Files.createDirectories(data);
    }
    return DynamoDbLocal.command(Checkout.DYNAMODB_JARS, data, port);
  }

  @Override
  Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public boolean isReady() {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
