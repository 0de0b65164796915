package io.rendezvous.gateway.log;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.start.Step;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables, and readers that join them with the tail. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogSettings.class)
public class LogConfiguration {
  @Bean
  static DynamoDbSettings dynamoDbSettings(Environment environment) {
    return Binder.get(environment).bind("rendezvous.dynamodb", DynamoDbSettings.class).get();
  }

  @Bean(destroyMethod = "close")
  static DynamoDbClient tables(DynamoDbSettings settings, LogSettings limits) {
    return Tables.client(settings, limits.tableLimit());
  }

  /** Part of readiness: {@code keys} in the settings. */
  @Bean
  static TableLifecycle keysHealthIndicator(List<Step> tables) {
    return new TableLifecycle(tables);
  }

  @Bean
  static ConversationTable conversationTable(DynamoDbClient tables, DynamoDbSettings settings) {
    return new ConversationTable(tables, settings);
  }

  @Bean
  static UsageTable usageTable(DynamoDbClient tables, DynamoDbSettings settings) {
    return new UsageTable(tables, settings);
  }

  @Bean
  static LogReader logReader(
      DynamoDbClient tables,
      DynamoDbSettings dynamoDb,
      ConversationTable conversations,
      LogSettings settings) {
    return new LogReader(new TurnTable(tables, dynamoDb), conversations, settings);
  }
}
