package io.rendezvous.gateway.security;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.personal.UserKeys;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.start.Step;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What is made of the installation's keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Secrets.class)
class KeysConfiguration {
  @Bean
  static TokenIssuer tokenIssuer(Secrets secrets, InstantSource clock) {
    return new TokenIssuer(new Tokens(secrets.token(), TokenIssuer.AUDIENCE, clock));
  }

  @Bean
  static ServiceTokens serviceTokens(Secrets secrets, InstantSource clock) {
    return new ServiceTokens(new Tokens(secrets.service(), ServiceTokens.AUDIENCE, clock));
  }

  @Bean
  static JwtDecoder accessTokens(Secrets secrets) {
    return AccessTokens.decoder(secrets.token());
  }

  @Bean
  static OwnerMarks ownerMarks(Secrets secrets) {
    return new OwnerMarks(secrets.id());
  }

  @Bean
  static Ownership ownership(OwnerMarks marks) {
    return new Ownership(marks);
  }

  @Bean
  static UserKeys userKeys(Secrets secrets, DynamoDbClient tables, DynamoDbSettings settings) {
    return new UserKeys(tables, settings, secrets.master());
  }

  @Bean
  static Step keyTable(UserKeys keys) {
    return keys::createTable;
  }

  @Bean
  static Vault vault(UserKeys keys) {
    return new Vault(keys);
  }
}
