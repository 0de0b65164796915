package io.rendezvous.systemtest.check.gather;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.personal.SecretKeys;
import io.rendezvous.systemtest.deployment.Deployment;
import java.net.URI;
import java.util.Map;

/**
 * Where a running product can be read.
 *
 * @param secrets by the names of environment variables
 */
public record Installation(
    String bootstrapServers, URI tablesEndpoint, String tablePrefix, Map<String, String> secrets) {
  private static final String MASTER_KEY = "RENDEZVOUS_SECRETS_MASTER_KEY";
  private static final String ID_KEY = "RENDEZVOUS_SECRETS_ID_KEY";

  public Installation {
    secrets = Map.copyOf(secrets);
  }

  /** One of processes of its own, read without its proxies. */
  public static Installation of(Deployment deployment) {
    return new Installation(
        deployment.bootstrapServers(),
        deployment.tablesEndpoint(),
        deployment.tablePrefix(),
        deployment.secrets());
  }

  DynamoDbSettings tables() {
    return new DynamoDbSettings(tablesEndpoint, "eu-west-3", tablePrefix);
  }

  OwnerMarks marks() {
    return new OwnerMarks(SecretKeys.decode(ID_KEY, secrets.get(ID_KEY)));
  }

  byte[] masterKey() {
    return SecretKeys.decode(MASTER_KEY, secrets.get(MASTER_KEY));
  }
}
