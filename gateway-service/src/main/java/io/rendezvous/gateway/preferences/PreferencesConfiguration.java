package io.rendezvous.gateway.preferences;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.start.Step;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Users choose, and their prompts take along what they have chosen. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PreferencesSettings.class)
@Import(PreferencesController.class)
public class PreferencesConfiguration {
  @Bean
  static PreferencesTable preferencesTable(
      DynamoDbClient tables, DynamoDbSettings dynamoDb, Vault vault) {
    return new PreferencesTable(tables, dynamoDb, vault);
  }

  @Bean
  static Step preferencesTableStep(PreferencesTable table) {
    return table::create;
  }

  @Bean
  static PreferencesRules preferencesRules(PreferencesSettings settings, Vault vault) {
    return new PreferencesRules(settings, vault);
  }

  @Bean
  static UserPreferences userPreferences(
      PreferencesTable table, PreferencesRules rules, PreferencesSettings settings) {
    return new UserPreferences(table, rules, settings);
  }
}
