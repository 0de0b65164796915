package io.rendezvous.orchestrator.model;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.personal.SecretKeys;
import io.rendezvous.common.personal.UserKeys;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.common.work.DeadLetters;
import io.rendezvous.common.work.WorkMeters;
import io.rendezvous.common.work.WorkWindow;
import io.rendezvous.orchestrator.model.offline.OfflineModel;
import io.rendezvous.orchestrator.model.provider.ProviderHttp;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The worker that asks models, and the model that answers. Needs {@link OwnerMarks} and a {@link
 * MeterRegistry} of the service.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ModelSettings.class, TablesSettings.class, KafkaProperties.class})
public class ModelConfiguration {
  private static final String MASTER_KEY = "rendezvous.secrets.master-key";
  private static final String GROUP = "model-workers";

  @Bean(defaultCandidate = false)
  DynamoDbClient modelTables(TablesSettings settings) {
    return Tables.client(settings.dynamoDb());
  }

  @Bean(defaultCandidate = false)
  UserKeys modelKeys(
      @Qualifier("modelTables") DynamoDbClient tables,
      TablesSettings settings,
      Environment environment) {
    byte[] master = SecretKeys.decode(MASTER_KEY, environment.getProperty(MASTER_KEY));
    return new UserKeys(tables, settings.dynamoDb(), master);
  }

  @Bean
  TryTable tryTable(@Qualifier("modelTables") DynamoDbClient tables, TablesSettings settings) {
    return new TryTable(tables, settings.dynamoDb());
  }

  @Bean(defaultCandidate = false)
  Vault modelVault(@Qualifier("modelKeys") UserKeys keys) {
    return new Vault(keys);
  }

  @Bean(defaultCandidate = false)
  Producer<String, byte[]> modelProducer(KafkaProperties kafka) {
    return ModelProducer.of(kafka.buildProducerProperties());
  }

  @Bean
  ModelChoice modelChoice(ModelSettings settings, Environment environment) {
    return ModelChoice.of(settings, environment::getProperty);
  }

  @Bean
  ServingModel servingModel(ModelChoice choice) {
    return choice.serving();
  }

  @Bean
  ProviderHttp providerHttp(ModelSettings settings) {
    return new ProviderHttp(settings.connectTimeout());
  }

  @Bean
  ModelWork modelWork(
      ModelSettings settings,
      ModelChoice choice,
      ProviderHttp http,
      @Qualifier("modelKeys") UserKeys keys,
      @Qualifier("modelVault") Vault vault,
      TryTable tries,
      @Qualifier("modelProducer") Producer<String, byte[]> producer,
      KafkaProperties kafka,
      OwnerMarks marks,
      MeterRegistry meters) {
    var clock = InstantSource.system();
    var own = settings.worker();
    var publisher = new Publisher(producer, new Codec("model-worker"), clock);
    var running = new RunningCalls(own.rememberedStops());
    var candidates = choice.candidates(settings, new OfflineModel(), http, clock);
    var metrics = new ModelMetrics(meters, candidates);
    var asking =
        new Asking(candidates, new Answering(vault, publisher, own), vault, own, metrics, clock);
    var worker = new ModelWorker(asking, running, marks, vault, tries, publisher, metrics, clock);
    var consumer = kafka.buildConsumerProperties();
    var window =
        new WorkWindow<>(
            Topics.MODEL_CALLS,
            ModelCall.class,
            GROUP,
            own.instance(),
            consumer,
            own.window(),
            worker,
            publisher,
            new WorkMeters(meters, Topics.MODEL_CALLS, GROUP, clock));
    var letters = new DeadLetters(publisher, Topics.CONTROL, GROUP);
    var control = new ControlListener(consumer, running, marks, letters, metrics);
    return new ModelWork(List.of(keys::createTable, tries::create), window, control, running);
  }

  @Bean
  HealthIndicator modelWorkHealthIndicator(ModelWork work) {
    return () -> (work.isTaking() ? Health.up() : Health.outOfService()).build();
  }
}
