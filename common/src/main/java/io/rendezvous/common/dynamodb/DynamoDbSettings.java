package io.rendezvous.common.dynamodb;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the tables are.
 *
 * @param endpoint a DynamoDB of one's own (DynamoDB Local); null is AWS, with credentials as the
 *     AWS SDK finds them
 * @param region the AWS region
 * @param tablePrefix stands before every table's name
 */
public record DynamoDbSettings(@Nullable URI endpoint, String region, String tablePrefix) {
  public String table(String name) {
    return tablePrefix + name;
  }
}
