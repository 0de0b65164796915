package io.rendezvous.calendar.connection;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.personal.UserKeys;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.start.Step;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Opens the way to the tables and the users' keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Secrets.class)
public class ConnectionConfiguration {
  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  DynamoDbSettings dynamoDbSettings(Environment environment) {
    return Binder.get(environment).bind("rendezvous.dynamodb", DynamoDbSettings.class).get();
  }

  @Bean
  DynamoDbClient dynamoDbClient(DynamoDbSettings settings) {
    return Tables.client(settings);
  }

  @Bean
  UserKeys userKeys(DynamoDbClient tables, DynamoDbSettings settings, Secrets secrets) {
    return new UserKeys(tables, settings, secrets.masterKey());
  }

  @Bean
  OwnerMarks ownerMarks(Secrets secrets) {
    return new OwnerMarks(secrets.idKey());
  }

  @Bean
  Vault vault(UserKeys keys) {
    return new Vault(keys);
  }

  @Bean
  Step userKeyTable(UserKeys keys) {
    return keys::createTable;
  }
}
