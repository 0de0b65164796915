package io.rendezvous.common.dynamodb;

import java.time.Duration;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

/** Opens the way to the tables and creates those that are missing. */
public final class Tables {
  /** Enough for the readers of one service; a call beyond waits for a connection. */
  private static final int CONNECTIONS = 64;

  /**
   * Longer than the last of 2,500 calls waits where a hundred are done a second, as by DynamoDB
   * Local on a disk: to fail sooner would only send it to the end of the line.
   */
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(30);

  /** The SDK's own pause is 20 s: as long as a start may take in all. */
  private static final Duration WAIT_PAUSE = Duration.ofMillis(200);

  private static final int WAIT_ATTEMPTS = 600;

  /** Codes that DynamoDB cancels a transaction with because of its load. */
  private static final Set<String> THROTTLED =
      Set.of(
          "ProvisionedThroughputExceeded",
          "ThrottlingError",
          "TransactionConflict",
          "RequestLimitExceeded");

  private Tables() {}

  /** A client that blocks, for as long as its own tries take: call it on virtual threads. */
  public static DynamoDbClient client(DynamoDbSettings settings) {
    return builder(settings).build();
  }

  /** As the other, but a call fails that has no answer within the limit, whatever was tried. */
  public static DynamoDbClient client(DynamoDbSettings settings, Duration callLimit) {
    return builder(settings)
        .overrideConfiguration(override -> override.apiCallTimeout(callLimit))
        .build();
  }

  private static DynamoDbClientBuilder builder(DynamoDbSettings settings) {
    var builder =
        DynamoDbClient.builder()
            .region(Region.of(settings.region()))
            .httpClientBuilder(
                Apache5HttpClient.builder()
                    .maxConnections(CONNECTIONS)
                    .connectionAcquisitionTimeout(CONNECTION_WAIT));
    if (settings.endpoint() != null) {
      // DynamoDB Local takes any credentials, but wants some.
      var any = StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
      builder.endpointOverride(settings.endpoint()).credentialsProvider(any);
    }
    return builder;
  }

  /**
   * Whether a call failed for want of a table store that can do it now: it is away, throttles, or
   * lacks the table. Else the same call will fail for ever.
   */
  public static boolean isAway(SdkException failure) {
    return switch (failure) {
      case TransactionCanceledException cancelled ->
          cancelled.cancellationReasons().stream()
              .anyMatch(reason -> THROTTLED.contains(reason.code()));
      case ResourceNotFoundException _ -> true;
      case AwsServiceException refused ->
          refused.isThrottlingException() || refused.statusCode() >= 500 || refused.retryable();
      default -> true;
    };
  }

  /** Items go some time after the second of the epoch that this attribute names. */
  public static void expireBy(DynamoDbClient client, String table, String attribute) {
    var now = client.describeTimeToLive(it -> it.tableName(table)).timeToLiveDescription();
    if (now.timeToLiveStatus() == TimeToLiveStatus.DISABLED) {
      client.updateTimeToLive(
          it ->
              it.tableName(table)
                  .timeToLiveSpecification(ttl -> ttl.attributeName(attribute).enabled(true)));
    }
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
