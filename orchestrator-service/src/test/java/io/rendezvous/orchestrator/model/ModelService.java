package io.rendezvous.orchestrator.model;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.testsupport.ScriptedProvider;
import io.rendezvous.testsupport.TestDynamoDb;
import io.rendezvous.testsupport.TestKafka;
import java.time.Duration;
import java.util.Base64;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The part of the service that asks models, on its own, with a scripted provider. */
final class ModelService implements AutoCloseable {
  static final OwnerMarks MARKS = new OwnerMarks(new byte[32]);
  static final String TABLES = "model-worker-";

  private final ConfigurableApplicationContext context;

  @SpringBootConfiguration(proxyBeanMethods = false)
  @Import(ModelConfiguration.class)
  static class Application {
    @Bean
    OwnerMarks marks() {
      return MARKS;
    }

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }
  }

  private ModelService(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Returns once calls are taken. */
  static ModelService start(ScriptedProvider provider, String... properties) {
    var context =
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .registerShutdownHook(false)
            .properties(
                "spring.config.name=none",
                "spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                "rendezvous.dynamodb.endpoint=" + TestDynamoDb.settings(TABLES).endpoint(),
                "rendezvous.dynamodb.table-prefix=" + TABLES,
                "rendezvous.secrets.master-key=" + Base64.getEncoder().encodeToString(new byte[32]),
                "rendezvous.model.providers.openai.api-key=some-key",
                "rendezvous.model.providers.openai.base-url=" + provider.baseUrl(),
                "rendezvous.model.providers.openai.limits.first-byte=2s",
                "rendezvous.model.providers.openai.limits.idle=2s",
                "rendezvous.model.worker.first-backoff=20ms")
            .properties(properties)
            .run();
    var health = context.getBean(HealthIndicator.class);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> health.health().getStatus().equals(Status.UP));
    await().until(context.getBean(ModelWork.class)::isListening);
    return new ModelService(context);
  }

  /** How many records of this topic were set aside. */
  double deadLetters(String topic) {
    return context
        .getBean(MeterRegistry.class)
        .get("rendezvous.dead.letters")
        .tag("topic", topic)
        .counters()
        .stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  @Override
  public void close() {
    context.close();
  }
}
