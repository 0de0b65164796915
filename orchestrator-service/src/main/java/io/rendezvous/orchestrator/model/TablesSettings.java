package io.rendezvous.orchestrator.model;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the users' keys are, as {@link DynamoDbSettings} tells. */
@ConfigurationProperties("rendezvous.dynamodb")
record TablesSettings(
    @Nullable URI endpoint,
    @DefaultValue("eu-west-3") String region,
    @DefaultValue("rendezvous-") String tablePrefix) {
  DynamoDbSettings dynamoDb() {
    return new DynamoDbSettings(endpoint, region, tablePrefix);
  }
}
