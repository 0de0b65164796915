package io.rendezvous.calendar.approval;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.start.Step;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires approvals. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApprovalSettings.class)
public class ApprovalConfiguration {
  @Bean
  Approvals approvals(
      DynamoDbClient tables,
      DynamoDbSettings database,
      Vault vault,
      InstantSource clock,
      ApprovalSettings settings) {
    return new Approvals(tables, database, vault, clock, settings);
  }

  @Bean
  Step approvalTable(Approvals approvals) {
    return approvals::createIfMissing;
  }
}
