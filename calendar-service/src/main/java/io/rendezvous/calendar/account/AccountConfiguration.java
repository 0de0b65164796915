package io.rendezvous.calendar.account;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.connection.Secrets;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.start.Step;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the accounts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
public class AccountConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(AccountConfiguration.class);

  @Bean
  AccountKeys accountKeys(Secrets secrets) {
    return new AccountKeys(secrets.accountKeys());
  }

  @Bean
  AccountTable accountTable(DynamoDbClient tables, DynamoDbSettings database) {
    return new AccountTable(tables, database);
  }

  @Bean
  AccountItems accountItems(Vault vault, AccountKeys keys) {
    return new AccountItems(vault, keys);
  }

  @Bean
  Resealer resealer(AccountTable table, AccountItems items) {
    return new Resealer(table, items);
  }

  @Bean
  Accounts accounts(
      AccountTable table,
      AccountItems items,
      Resealer resealer,
      AccountSettings limits,
      InstantSource clock) {
    return new Accounts(table, items, resealer, limits, clock);
  }

  @Bean
  Leases leases(AccountTable table, AccountItems items, InstantSource clock) {
    return new Leases(table, items, clock);
  }

  @Bean
  Looks looks(AccountTable table) {
    return new Looks(table);
  }

  @Bean
  CalDavLogins calDavLogins(Accounts accounts) {
    return new CalDavLogins(accounts);
  }

  @Bean
  CalDavConnecting calDavConnecting(
      Accounts accounts,
      CalDavLogins logins,
      @Qualifier("caldavCalendar") ObjectProvider<Calendar> adapter) {
    return new CalDavConnecting(
        accounts, logins, () -> Optional.ofNullable(adapter.getIfAvailable()));
  }

  @Bean
  Step accountTables(AccountTable table, Resealer resealer, AccountSettings settings) {
    return () -> {
      table.createIfMissing();
      if (settings.resealAtStart()) {
        Resealing resealing = resealer.all();
        LOG.info(
            "Sealed {} accounts anew; {} do not open with the keys given",
            resealing.done(),
            resealing.lost());
      }
    };
  }
}
