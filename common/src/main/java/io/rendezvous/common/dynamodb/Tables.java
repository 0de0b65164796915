package io.rendezvous.common.dynamodb;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

/** Opens the way to the tables and creates those that are missing. */
public final class Tables {
  /** Enough for the readers of one service; a call beyond waits for a connection. */
  private static final int CONNECTIONS = 64;

  /** The SDK's own pause is 20 s: as long as a start may take in all. */
  private static final Duration WAIT_PAUSE = Duration.ofMillis(200);

  private static final int WAIT_ATTEMPTS = 600;

  private Tables() {}

  /** A client that blocks: call it on virtual threads. */
  public static DynamoDbClient client(DynamoDbSettings settings) {
    var builder =
        DynamoDbClient.builder()
            .region(Region.of(settings.region()))
            .httpClientBuilder(Apache5HttpClient.builder().maxConnections(CONNECTIONS));
    if (settings.endpoint() != null) {
      // DynamoDB Local takes any credentials, but wants some.
      var any = StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
      builder.endpointOverride(settings.endpoint()).credentialsProvider(any);
    }
    return builder.build();
  }

  /** Creates the table, paid by request, unless it is there; returns when it can be used. */
  public static void createIfMissing(DynamoDbClient client, CreateTableRequest table) {
    try {
      client.createTable(table.toBuilder().billingMode(BillingMode.PAY_PER_REQUEST).build());
    } catch (ResourceInUseException alreadyThere) {
      // Somebody else was first; wait for it as for one of ours.
    }
    try (var waiter =
        DynamoDbWaiter.builder()
            .client(client)
            .overrideConfiguration(
                wait ->
                    wait.maxAttempts(WAIT_ATTEMPTS)
                        .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(WAIT_PAUSE)))
            .build()) {
      waiter.waitUntilTableExists(request -> request.tableName(table.tableName()));
    }
  }
}
