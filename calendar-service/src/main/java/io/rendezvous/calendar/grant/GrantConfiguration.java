package io.rendezvous.calendar.grant;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.calendar.Grants;
import io.rendezvous.calendar.account.AccountKeys;
import io.rendezvous.calendar.account.Accounts;
import io.rendezvous.calendar.account.Leases;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.start.Step;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the way to Google's grants. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuthSettings.class)
public class GrantConfiguration {
  @Bean(destroyMethod = "close")
  HttpClient oauthHttp(OAuthSettings settings) {
    return http(settings);
  }

  static HttpClient http(OAuthSettings settings) {
    return HttpClient.newBuilder()
        .connectTimeout(settings.connectTimeout())
        // A token or secret goes to the address that is set, and to no other.
        .followRedirects(HttpClient.Redirect.NEVER)
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  @Bean
  TokenEndpoint tokenEndpoint(HttpClient oauthHttp, OAuthSettings settings) {
    return new TokenEndpoint(oauthHttp, settings);
  }

  @Bean
  PendingTable pendingTable(DynamoDbClient tables, DynamoDbSettings database, AccountKeys keys) {
    return new PendingTable(tables, database, keys);
  }

  @Bean
  Grants grants(
      Accounts accounts,
      Leases leases,
      TokenEndpoint endpoint,
      OAuthSettings settings,
      InstantSource clock,
      MeterRegistry meters) {
    var refreshing = new Refreshing(leases, endpoint, settings, clock, meters);
    return new GoogleGrants(accounts, leases, refreshing, settings, clock);
  }

  @Bean
  GoogleConnecting googleConnecting(
      Accounts accounts,
      PendingTable pending,
      TokenEndpoint endpoint,
      OAuthSettings settings,
      InstantSource clock) {
    return new GoogleConnecting(accounts, pending, endpoint, settings, clock);
  }

  @Bean
  Disconnecting disconnecting(Accounts accounts, TokenEndpoint endpoint) {
    return new Disconnecting(accounts, endpoint);
  }

  @Bean
  Step pendingAuthorizations(PendingTable pending) {
    return pending::createIfMissing;
  }
}
