package io.rendezvous.history.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the tables and what writes them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProjectionSettings.class)
public class ProjectionConfiguration {
  @Bean
  static DynamoDbSettings dynamoDbSettings(Environment environment) {
    return Binder.get(environment).bindOrCreate("rendezvous.dynamodb", DynamoDbSettings.class);
  }

  @Bean
  static DynamoDbClient dynamoDbClient(DynamoDbSettings settings) {
    return Tables.client(settings);
  }

  @Bean
  static HistoryTables historyTables(DynamoDbClient client, DynamoDbSettings settings) {
    return new HistoryTables(client, settings);
  }

  @Bean
  static Projection projection(
      DynamoDbClient client,
      DynamoDbSettings tables,
      ProjectionSettings settings,
      MeterRegistry meters) {
    return new Projection(client, tables, settings, meters);
  }
}
