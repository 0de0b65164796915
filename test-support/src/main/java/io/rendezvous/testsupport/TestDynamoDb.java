package io.rendezvous.testsupport;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.personal.UserKeys;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.embedded.DynamoDbLocal;
import io.rendezvous.embedded.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One DynamoDB Local for a test JVM, in memory; tests keep apart by their table prefix. */
public final class TestDynamoDb {
  private TestDynamoDb() {}

  /** Settings for tables of this prefix; starts DynamoDB Local when first asked. */
  public static DynamoDbSettings settings(String tablePrefix) {
    return new DynamoDbSettings(Holder.ENDPOINT, "eu-west-3", tablePrefix);
  }

  public static DynamoDbClient client() {
    return Holder.CLIENT;
  }

  /** A vault with a master key of zeros and keys in a table of this prefix. */
  public static Vault vault(String tablePrefix) {
    var keys = new UserKeys(client(), settings(tablePrefix), new byte[32]);
    keys.createTable();
    return new Vault(keys);
  }

  private static final class Holder {
    static final URI ENDPOINT = start();
    static final DynamoDbClient CLIENT =
        Tables.client(new DynamoDbSettings(ENDPOINT, "eu-west-3", ""));
  }

  private static URI start() {
    String jars = System.getProperty("rendezvous.dynamodb-local.jars");
    if (jars == null) {
      throw new IllegalStateException(
          "Expected the property rendezvous.dynamodb-local.jars, but it is not set");
    }
    try {
      Path log = Files.createTempFile("dynamodb-local", ".log");
      var local = DynamoDbLocal.start(Path.of(jars), null, FreePorts.next(), log);
      Runtime.getRuntime().addShutdownHook(new Thread(local::close));
      return local.endpoint();
    } catch (IOException e) {
      throw new IllegalStateException(
          "Expected a DynamoDB Local for tests, but it did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Expected a DynamoDB Local for tests, but was interrupted", e);
    }
  }
}
